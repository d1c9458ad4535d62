using System.Reflection;
using Parley.Reports;

namespace Parley.Conventions.Tests;

/// <summary>Everything a user can meet has a code, and the handbook lists them all.</summary>
public class FaultTests
{
    private static readonly ImmutableArray<FaultCode> s_codes = [.. Codes().OrderBy(static code => code.Id, StringComparer.Ordinal)];

    [Fact]
    public void NoTwoFaultsShareACode() => Assert.Equal(s_codes.Length, s_codes.Select(static code => code.Id).Distinct().Count());

    [Fact]
    public void AFaultSaysInOneSentenceEachWhatHappenedAndWhatToDo()
    {
        Assert.True(s_codes.Length > 20);
        Assert.All(s_codes, static code =>
        {
            Assert.EndsWith(".", code.What, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain(". ", code.What, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TheHandbookListsEveryFaultAsTheProgramSaysIt()
    {
        var path = Path.Combine(SourceTree.Root, "docs/handbook/faults.md");
        var listed = File.ReadLines(path).Where(static line => line.StartsWith("| PAR", StringComparison.Ordinal)).ToList();
        var expected = s_codes.Select(static code => $"| {code.Id} | {code.What} | {code.Remedy} |").ToList();
        Assert.True(expected.SequenceEqual(listed), $"docs/handbook/faults.md should list:\n{string.Join('\n', expected)}");
    }

    private static IEnumerable<FaultCode> Codes()
    {
        foreach (var name in (string[])["Parley.Intake", "Parley.Language", "Parley.Resolution", "Parley.Findings", "Parley.Reading", "Parley.Ledger", "Parley.Talks", "parley"])
        {
            foreach (var field in Assembly.Load(name).GetTypes().SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)))
            {
                if (field.FieldType == typeof(FaultCode) && field.IsInitOnly && !field.Name.Contains('<', StringComparison.Ordinal))
                    yield return (FaultCode)field.GetValue(null)!;
            }
        }
    }
}
