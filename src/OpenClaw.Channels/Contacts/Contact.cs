namespace OpenClaw.Channels.Contacts;

/// <summary>Somebody or some group that a channel's config names.</summary>
/// <param name="Kind"><c>user</c> or <c>group</c>.</param>
/// <param name="Id">As the channel addresses it.</param>
/// <param name="Name">Name, where one is known.</param>
public sealed record Contact(string Kind, string Id, string? Name = null);
