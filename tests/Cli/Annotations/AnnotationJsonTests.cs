using System.Text.Json.Nodes;
using Parley.Cli.Annotations;

namespace Parley.Cli.Tests.Annotations;

public sealed class AnnotationJsonTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task ANameWithinAnotherSaysWhich()
    {
        var names = (await ReadAsync("UN Special Envoy Lina Haddad left."))["names"]!.AsArray();
        Assert.Equal(["UN Special Envoy", "UN", "Lina Haddad"], names.Select(static name => (string?)name!["text"]));
        Assert.Equal([null, 0, null], names.Select(static name => (int?)name!["within"]));
    }

    [Fact]
    public async Task AQuotationSaysItsPartsItsPlaceAndWhatItHolds()
    {
        var root = await ReadAsync(AnnotatedTexts.Rich);
        var quotations = root["quotations"]!.AsArray();
        Assert.Equal([null, 0, null], quotations.Select(static one => (int?)one!["parent"]));
        Assert.Equal([0, 1, 0], quotations.Select(static one => (int)one!["depth"]!));
        Assert.Equal([true, true, true], quotations.Select(static one => (bool)one!["closed"]!));
        Assert.Equal([false, false, true], quotations.Select(static one => (bool)one!["clause"]!));
        Assert.Equal([10, 2, 16], quotations.Select(static one => (int)one!["words"]!));
        var text = (string)root["report"]!["text"]!;
        Assert.Equal(
            ["Both sides have had nearly a week. They know the terms.", "It is up to them,"],
            quotations[2]!["parts"]!.AsArray().Select(part => text[(int)part![0]!..(int)part[1]!]));
    }

    [Fact]
    public async Task AMentionSaysHowItRefersAndToWhat()
    {
        var document = AnnotatedTexts.Pipeline.Analyze(AnnotatedTexts.Rich);
        var mentions = (await ReadAsync(AnnotatedTexts.Rich))["mentions"]!.AsArray();
        Assert.Equal(
            document.Mentions.Select(static one => (one.Span.Start, Words.Code(one.Kind), one.Head.Start, one.Head.End, one.Entity, one.Antecedent)),
            mentions.Select(static one => (
                (int)one!["start"]!, (string)one["kind"]!, (int)one["head"]![0]!, (int)one["head"]![1]!, (int?)one["entity"], (int?)one["antecedent"])));
    }

    private async Task<JsonNode> ReadAsync(string text) => JsonNode.Parse(await _cli.AnnotateAsync(text, "--format", "jsonl"))!;
}
