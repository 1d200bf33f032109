namespace OpenClaw.Agents.Commands;

/// <summary>A command that may also stand inside a message and then holds for that message's run only (spec 08 §18).</summary>
public interface IDirectiveCommand : ICommand;
