using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw devices …</c> (spec 04 §11.2).</summary>
internal static class DevicesCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("devices", "Paired devices, pairing requests and device tokens.");
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(BuildDecision(context, approve: true));
        command.Subcommands.Add(BuildDecision(context, approve: false));
        command.Subcommands.Add(BuildRotate(context));
        command.Subcommands.Add(BuildRevoke(context));
        return command;
    }

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "List pairing requests and paired devices.");
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            return GatewayVerb.RunAsync(context, choice, (client, stop) => ListAsync(context, client, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> ListAsync(CliContext context, GatewayClient client, bool json, CancellationToken cancellationToken)
    {
        if (json)
            return await Raw.PrintAsync(context, client, DevicesMethods.PairList, new NoParams(), cancellationToken).ConfigureAwait(false);
        var screen = context.Screen;
        var list = await client.RequestAsync(DevicesMethods.PairList, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        screen.Line($"Pending: {list.Pending.Count} · Paired: {list.Paired.Count}");
        if (list.Pending.Count > 0)
        {
            var pending = new Table("Request", "Device", "Role", "IP", "Age", "Flags");
            foreach (var p in list.Pending)
                pending.Row(p.RequestId, p.DisplayName ?? Short(p.DeviceId), p.Role, p.RemoteIp ?? "local", Ago.Since(p.Ts, context.Time), p.IsRepair == true ? "repair" : "");
            pending.Write(screen);
            screen.Line($"Approve one: {context.Suggest("devices approve <request>")}");
        }
        if (list.Paired.Count > 0)
        {
            var paired = new Table("Device", "Roles", "Scopes", "Tokens", "IP");
            foreach (var d in list.Paired)
            {
                var tokens = (d.Tokens ?? []).Select(t => t.RevokedAtMs is null ? t.Role : $"{t.Role} (revoked)");
                paired.Row(
                    d.DisplayName is { } name ? $"{name} ({Short(d.DeviceId)})" : Short(d.DeviceId),
                    string.Join(", ", d.Roles ?? (d.Role is { } role ? [role] : [])),
                    string.Join(", ", d.Scopes ?? []),
                    string.Join(", ", tokens),
                    d.RemoteIp ?? "local");
            }
            paired.Write(screen);
        }
        return ExitCodes.Success;
    }

    private static Command BuildDecision(CliContext context, bool approve)
    {
        var command = new Command(approve ? "approve" : "reject", $"{(approve ? "Approve" : "Reject")} a pairing request.");
        var request = new Argument<string>("requestId") { Description = "From devices list" };
        command.Arguments.Add(request);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var id = parsed.GetValue(request)!;
            return GatewayVerb.RunAsync(
                context,
                choice,
                (client, stop) => approve ? ApproveAsync(context, client, id, choice.Json, stop) : RejectAsync(context, client, id, choice.Json, stop),
                cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> ApproveAsync(CliContext context, GatewayClient client, string id, bool json, CancellationToken cancellationToken)
    {
        var parameters = new DevicePairApproveParams { RequestId = id };
        if (json)
            return await Raw.PrintAsync(context, client, DevicesMethods.PairApprove, parameters, cancellationToken).ConfigureAwait(false);
        var approved = await client.RequestAsync(DevicesMethods.PairApprove, parameters, cancellationToken: cancellationToken).ConfigureAwait(false);
        context.Screen.Line($"Approved {approved.Device.DeviceId}");
        return ExitCodes.Success;
    }

    private static async Task<int> RejectAsync(CliContext context, GatewayClient client, string id, bool json, CancellationToken cancellationToken)
    {
        var parameters = new DevicePairRejectParams { RequestId = id };
        if (json)
            return await Raw.PrintAsync(context, client, DevicesMethods.PairReject, parameters, cancellationToken).ConfigureAwait(false);
        var rejected = await client.RequestAsync(DevicesMethods.PairReject, parameters, cancellationToken: cancellationToken).ConfigureAwait(false);
        context.Screen.Line($"Rejected {rejected.DeviceId}");
        return ExitCodes.Success;
    }

    private static Command BuildRotate(CliContext context)
    {
        var command = new Command("rotate", "Give a device a new token for a role; prints it once.");
        var (device, role) = DeviceAndRole(command);
        var scopes = new Option<string[]>("--scope") { Description = "Scope of the new token; repeatable", HelpName = "scope", AllowMultipleArgumentsPerToken = true };
        command.Options.Add(scopes);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new DeviceTokenRotateParams
            {
                DeviceId = parsed.GetValue(device)!,
                Role = parsed.GetValue(role)!,
                Scopes = parsed.GetValue(scopes) is { Length: > 0 } some ? some : null,
            };
            return GatewayVerb.RunAsync(
                context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, DevicesMethods.TokenRotate, parameters, stop), cancellationToken: ct);
        });
        return command;
    }

    private static Command BuildRevoke(CliContext context)
    {
        var command = new Command("revoke", "Take a device's token for a role away.");
        var (device, role) = DeviceAndRole(command);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new DeviceTokenRevokeParams { DeviceId = parsed.GetValue(device)!, Role = parsed.GetValue(role)! };
            return GatewayVerb.RunAsync(
                context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, DevicesMethods.TokenRevoke, parameters, stop), cancellationToken: ct);
        });
        return command;
    }

    private static (Option<string> Device, Option<string> Role) DeviceAndRole(Command command)
    {
        var device = new Option<string>("--device") { Description = "Device id", HelpName = "id", Required = true };
        var role = new Option<string>("--role") { Description = "operator or node", HelpName = "role", Required = true };
        command.Options.Add(device);
        command.Options.Add(role);
        return (device, role);
    }

    private static string Short(string deviceId) => deviceId.Length > 16 ? $"{deviceId[..12]}…" : deviceId;
}
