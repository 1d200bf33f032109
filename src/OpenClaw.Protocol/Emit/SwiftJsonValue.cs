namespace OpenClaw.Protocol.Emit;

/// <summary>The Swift type for any JSON value, which the language does not bring along.</summary>
internal static class SwiftJsonValue
{
    public const string Text = """
        /// Any JSON value.
        public enum JSONValue: Codable, Sendable, Equatable {
            case null
            case bool(Bool)
            case int(Int64)
            case double(Double)
            case string(String)
            case array([JSONValue])
            case object([String: JSONValue])

            public init(from decoder: Decoder) throws {
                let container = try decoder.singleValueContainer()
                if container.decodeNil() { self = .null; return }
                if let value = try? container.decode(Bool.self) { self = .bool(value); return }
                if let value = try? container.decode(Int64.self) { self = .int(value); return }
                if let value = try? container.decode(Double.self) { self = .double(value); return }
                if let value = try? container.decode(String.self) { self = .string(value); return }
                if let value = try? container.decode([JSONValue].self) { self = .array(value); return }
                self = .object(try container.decode([String: JSONValue].self))
            }

            public func encode(to encoder: Encoder) throws {
                var container = encoder.singleValueContainer()
                switch self {
                case .null: try container.encodeNil()
                case .bool(let value): try container.encode(value)
                case .int(let value): try container.encode(value)
                case .double(let value): try container.encode(value)
                case .string(let value): try container.encode(value)
                case .array(let value): try container.encode(value)
                case .object(let value): try container.encode(value)
                }
            }
        }


        """;
}
