using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Testing;
using Parley.Intake.Fetching;
using Parley.Intake.Inputs;
using Parley.Intake.Languages;
using Parley.Reports;

namespace Parley.Intake.Tests.Hostile;

/// <summary>Each hostile input goes the whole way from its bytes to a report; what happens is told in HOSTILE.md.</summary>
public sealed partial class HostileInputTests : IDisposable
{
    private static readonly MaterialReader s_materials = new(IntakeLimits.Default, new LanguageCheck());

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-hostile-").FullName;

    public static TheoryData<string> Names => new(HostileInputs.All.Select(static input => input.Name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatTheListSaysHappens(string name)
    {
        var expected = ListedPattern().Matches(await File.ReadAllTextAsync(ListPath(), TestContext.Current.CancellationToken))
            .FirstOrDefault(match => match.Groups["name"].Value == name)?.Groups["what"].Value;
        var happened = await TellAsync(HostileInputs.All.Single(input => input.Name == name));
        Assert.True(expected == happened, $"| {name} | {happened} |");
    }

    [Fact]
    public async Task TheListNamesEveryInputAndNoOther()
    {
        var listed = ListedPattern().Matches(await File.ReadAllTextAsync(ListPath(), TestContext.Current.CancellationToken)).Select(static match => match.Groups["name"].Value);
        Assert.Equal(HostileInputs.All.Select(static input => input.Name), listed);
        Assert.True(HostileInputs.All.Count >= 30);
    }

    [Fact]
    public async Task ABadInputDoesNotKeepTheNextFromBeingRead()
    {
        var inputs = new List<string>();
        foreach (var hostile in HostileInputs.All.Where(static input => !input.File.StartsWith("address:", StringComparison.Ordinal)).Take(12))
            inputs.Add(Write(hostile, $"{inputs.Count:00}-"));
        var good = Path.Combine(_folder, "zz.txt");
        await File.WriteAllTextAsync(good, "The envoy said that the sides were close.", TestContext.Current.CancellationToken);
        var reports = await ReadAsync([.. inputs, good]);
        Assert.Equal("The envoy said that the sides were close.", reports.Reports[^1].Text);
    }

    private async Task<string> TellAsync(HostileInput hostile)
    {
        var input = hostile.File.StartsWith("address:", StringComparison.Ordinal) ? hostile.File["address:".Length..] : Write(hostile, "");
        var (reports, faults, passedOver) = await ReadAsync([input]);
        Assert.All(reports, static report =>
        {
            Assert.DoesNotContain('\u001b', report.Text + report.Title);
            Assert.DoesNotContain("root:", report.Text + report.Title, StringComparison.Ordinal);
            Assert.DoesNotContain("fetch(", report.Text, StringComparison.Ordinal);
            Assert.True(report.Url is null || report.Url.StartsWith("https://", StringComparison.Ordinal), report.Url);
        });
        var told = new List<string>();
        if (reports.Count > 0)
            told.Add($"{reports.Count} report{(reports.Count == 1 ? "" : "s")} read");
        told.AddRange(faults.Select(static fault => fault.Code.Id));
        if (passedOver > 0)
            told.Add($"{passedOver} passed over");
        return told.Count == 0 ? "nothing" : string.Join(", ", told);
    }

    private static async Task<(List<Report> Reports, List<Fault> Faults, long PassedOver)> ReadAsync(string[] inputs)
    {
        var (reports, faults, passedOver) = (new List<Report>(), new List<Fault>(), 0L);
        using var opener = new InputOpener(
            IntakeLimits.Default, new FetchOptions(), new InputMeter(), Stream.Null, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)), TimeProvider.System);
        await foreach (var item in opener.OpenAsync(inputs, TestContext.Current.CancellationToken))
        {
            switch (item)
            {
                case Refused refused:
                    faults.Add(refused.Fault);
                    break;
                case PassedOver passed:
                    passedOver += passed.Count;
                    break;
                case Material material when s_materials.Read(material).IsOk(out var report, out var fault):
                    reports.Add(report);
                    break;
                case Material material:
                    Assert.False(s_materials.Read(material).IsOk(out _, out var why));
                    faults.Add(why);
                    break;
            }
        }

        return (reports, faults, passedOver);
    }

    private string Write(HostileInput hostile, string prefix)
    {
        var path = Path.Combine(_folder, prefix + hostile.File);
        File.WriteAllBytes(path, hostile.Make());
        return path;
    }

    private static string ListPath()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parley.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "tests/Intake/HOSTILE.md");
    }

    [GeneratedRegex(@"^\| (?!input |---)(?<name>[^|]+) \| (?<what>[^|]+) \|\s*$", RegexOptions.Multiline)]
    private static partial Regex ListedPattern();
}
