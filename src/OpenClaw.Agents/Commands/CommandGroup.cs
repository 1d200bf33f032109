namespace OpenClaw.Agents.Commands;

/// <summary>The headings of the list of commands.</summary>
public enum CommandGroup
{
    /// <summary>Beginning, stopping and shortening conversations.</summary>
    Session,

    /// <summary>How this session answers.</summary>
    Options,

    /// <summary>What is going on.</summary>
    Status,

    /// <summary>Who may do what.</summary>
    Management,

    /// <summary>Pictures and voice.</summary>
    Media,

    /// <summary>Skills and the shell.</summary>
    Tools,

    /// <summary>Moving to another channel.</summary>
    Docks,
}
