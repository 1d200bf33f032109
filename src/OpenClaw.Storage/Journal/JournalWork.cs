namespace OpenClaw.Storage.Journal;

/// <summary>One thing to do on the database, and whoever waits for it.</summary>
internal abstract class JournalWork
{
    /// <summary>Does it inside the transaction of its batch.</summary>
    public abstract void Do(JournalDatabase database);

    /// <summary>The batch is on disk.</summary>
    public abstract void Done();

    /// <summary>Nothing of the batch is on disk.</summary>
    public abstract void Failed(Exception problem);
}
