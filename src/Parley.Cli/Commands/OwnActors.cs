using System.CommandLine;
using System.Security.Cryptography;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Cli.Commands;

/// <summary>What is known of the world with a user's own actors, and a mark that tells them from others'.</summary>
/// <param name="Knowledge">The facts.</param>
/// <param name="Mark">Eight hexadecimal digits of the files' digest; empty where there are none of one's own.</param>
internal sealed record OwnActors(Knowledge Knowledge, string Mark)
{
    private const int MarkBytes = 4;

    public static Option<DirectoryInfo?> Option() => new("--actors")
    {
        Description = "A folder with actors of your own, in the form of data/actors; they stand in for ours of the same name.",
        HelpName = "folder",
    };

    /// <summary>Reads the folder, if one is given; null where its files are wrong, which has been told.</summary>
    public static OwnActors? Load(DirectoryInfo? folder, Surroundings surroundings)
    {
        if (folder is null)
            return new OwnActors(Knowledge.BuiltIn, "");
        var faults = new List<Fault>();
        var actors = Knowledge.BuiltIn.Actors.With(ActorFiles.Read(folder.FullName, faults), faults);
        foreach (var fault in faults)
            surroundings.Tell(fault);
        return faults.Count == 0 ? new OwnActors(new Knowledge(actors, Knowledge.BuiltIn.Conflicts, Knowledge.BuiltIn.Places), MarkOf(folder)) : null;
    }

    private static string MarkOf(DirectoryInfo folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.GetFiles("*.yaml", SearchOption.AllDirectories).OrderBy(static file => file.FullName, StringComparer.Ordinal))
            digest.AppendData(File.ReadAllBytes(file.FullName));
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, MarkBytes));
    }
}
