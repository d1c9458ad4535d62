using System.Xml.Linq;

namespace Parley.Conventions.Tests;

/// <summary>One direction of dependence: the table is the plan of the house.</summary>
public class DependenceTests
{
    private static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Parley.Reports"] = [],
        ["Parley.Intake"] = ["Parley.Reports"],
        ["Parley.Language"] = ["Parley.Reports"],
        ["Parley.Resolution"] = ["Parley.Reports", "Parley.Language"],
        ["Parley.Findings"] = ["Parley.Reports", "Parley.Language", "Parley.Resolution"],
        ["Parley.Reading"] = ["Parley.Reports", "Parley.Intake", "Parley.Language", "Parley.Resolution", "Parley.Findings"],
        ["Parley.Ledger"] = ["Parley.Reports"],
        ["Parley.Talks"] = ["Parley.Reports", "Parley.Ledger"],
        ["Parley.Cli"] = ["Parley.Reports", "Parley.Intake", "Parley.Language", "Parley.Resolution", "Parley.Findings", "Parley.Reading", "Parley.Ledger", "Parley.Talks"],
    };

    /// <summary>A room may use itself, the gold that all are scored against, and of the others only those named here; Positions may use all.</summary>
    private static readonly Dictionary<string, string[]> s_roomMayUse = new()
    {
        ["Gold"] = [],
        ["Trees"] = [],
        ["Statements"] = [],
        ["Events"] = ["Statements", "Trees"],
        ["Tolls"] = ["Statements", "Trees"],
        ["Proposals"] = ["Statements", "Trees"],
        ["Contacts"] = ["Statements", "Trees"],
        ["Scheduled"] = ["Statements", "Trees"],
        ["Positions"] = ["Statements", "Trees", "Events", "Tolls", "Proposals", "Contacts", "Scheduled"],
    };

    [Fact]
    public void EveryProjectReferencesOnlyWhatThePlanAllows()
    {
        foreach (var path in SourceTree.Files("src", "*.csproj"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            Assert.True(s_mayUse.ContainsKey(name), $"{name} has no line in the plan: add one here.");
            var references = XDocument.Load(path).Descendants("ProjectReference")
                .Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.All(references, reference => Assert.Contains(reference, s_mayUse[name]));
        }
    }

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "Parley.slnx"));
        var projects = SourceTree.Files("src", "*.csproj").Concat(SourceTree.Files("tests", "*.csproj"));
        Assert.All(projects, path => Assert.Contains(SourceTree.Relative(path), solution, StringComparison.Ordinal));
    }

    [Fact]
    public void NoRoomReachesIntoAnother()
    {
        foreach (var path in SourceTree.Files("src/Parley.Findings", "*.cs"))
        {
            var parts = SourceTree.Relative(path).Split('/');
            if (parts.Length < 4)
                continue;
            var room = parts[2];
            Assert.True(s_roomMayUse.ContainsKey(room), $"{room} has no line in the plan: add one here.");
            var source = File.ReadAllText(path);
            Assert.All(
                s_roomMayUse.Keys.Where(other => other != room && other != "Gold" && !s_roomMayUse[room].Contains(other)),
                other => Assert.DoesNotContain($"Parley.Findings.{other}", source, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ANamespaceIsNamedAfterItsFolder()
    {
        foreach (var path in SourceTree.SourceFiles())
        {
            var line = File.ReadLines(path).FirstOrDefault(static line => line.StartsWith("namespace ", StringComparison.Ordinal));
            if (line is null)
                continue;
            var folder = Path.GetDirectoryName(SourceTree.Relative(path))!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
            Assert.True(line == $"namespace {folder};", $"{SourceTree.Relative(path)}: {line}");
        }
    }
}
