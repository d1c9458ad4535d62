using System.CommandLine;
using System.Globalization;
using Parley.Cli.Annotations;
using Parley.Intake;
using Parley.Intake.Encodings;
using Parley.Intake.Fetching;
using Parley.Intake.Inputs;
using Parley.Intake.Languages;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary><c>parley annotate</c>: the language stage alone. Nothing is kept.</summary>
internal static class AnnotateCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var what = CommonOptions.What();
        var format = new Option<string>("--format")
        {
            Description = "CoNLL-U as in Universal Dependencies, or one JSON object a report.",
            DefaultValueFactory = static _ => "conllu",
        };
        format.AcceptOnlyFromAmong("conllu", "jsonl");
        var tree = new Option<bool>("--tree") { Description = "Draw each sentence's tree, with its names, times and mentions below." };
        var sentence = Sentence();
        var fast = new Option<bool>("--fast") { Description = "Use the smaller network: several times as fast, some points less exact." };
        var network = new NetworkOptions();
        var command = new Command("annotate", "Shows what the language stage sees in a text: tokens, trees, names, times, quotations and mentions.")
        {
            what, format, tree, sentence, fast,
        };
        network.AddTo(command);
        command.Validators.Add(result =>
        {
            var isTree = result.GetValue(tree);
            if (isTree && result.GetResult(format) is { Implicit: false })
                result.AddError(new Fault(CliFaults.TreeHasNoFormat, "--tree").ToString());
            if (!isTree && result.GetResult(sentence) is { Implicit: false })
                result.AddError(new Fault(CliFaults.SentenceNeedsTree, "--sentence").ToString());
        });
        command.AddExamples(
            ("parley annotate report.txt", "all of it in CoNLL-U"),
            ("echo 'He said no.' | parley annotate - --format jsonl", "the same of standard input, as JSON"),
            ("parley annotate report.txt --tree | less", "each sentence's tree, drawn"),
            ("parley annotate report.txt --tree --sentence 3", "the third sentence's alone"),
            ("parley annotate crawl.warc.gz --fast --format jsonl > crawl.jsonl", "many reports, in a fraction of the time"));
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings,
            new AnnotateOptions(
                [.. parsed.GetValue(what)!], parsed.GetValue(format)!, parsed.GetValue(tree), parsed.GetValue(sentence),
                parsed.GetValue(fast) ? LanguageMode.Fast : LanguageMode.Default, network.Of(parsed)),
            cancellation));
        return command;
    }

    private static Option<int?> Sentence() => new("--sentence")
    {
        Description = "Draw this sentence's tree alone, counted from 1.",
        HelpName = "number",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                return number;
            result.AddError(new Fault(CliFaults.BadSentence, $"--sentence {text}").ToString());
            return null;
        },
    };

    private static async Task<int> RunAsync(Surroundings surroundings, AnnotateOptions options, CancellationToken cancellation)
    {
        var materials = new MaterialReader(IntakeLimits.Default, new LanguageCheck());
        using var opener = new InputOpener(
            IntakeLimits.Default, options.Network, new InputMeter(), surroundings.In, surroundings.Clock, surroundings.Time);
        var language = LanguagePipeline.Create(options.Mode);
        using var json = new AnnotationJson(surroundings.Out);
        var conllu = new ConlluWriter(surroundings.Out, safe: surroundings.OutIsTerminal);
        var trees = new TreeWriter(surroundings.Out, surroundings.Width, styled: surroundings.OutIsTerminal);
        var (done, failed) = (0, 0);
        await foreach (var item in opener.OpenAsync(options.Inputs, cancellation))
        {
            switch (item)
            {
                case TextMaterial { IsMarkdown: false } text:
                    // Every character counts here, so no first line is taken for a title.
                    Annotate(text.Origin, TextDecoder.DecodeText(text.Bytes.Span, text.Charset).ReplaceLineEndings("\n"), null, null);
                    break;
                case Material material:
                    if (materials.Read(material).IsOk(out var report, out var fault))
                        Annotate(material.Origin, report.Text, report.Title, report.Published ?? report.Dateline?.Date);
                    else
                        Fail(fault);
                    break;
                case Refused refused:
                    Fail(refused.Fault);
                    break;
            }
        }

        return failed == 0 ? ExitCode.Done : done == 0 ? ExitCode.Nothing : ExitCode.Partly;

        void Annotate(Origin origin, string text, string? title, PartialDate? published)
        {
            var document = language.Analyze(text, new AnalysisContext(published));
            if (options.Sentence > document.Sentences.Length)
            {
                var last = string.Create(CultureInfo.InvariantCulture, $"its last is {document.Sentences.Length}");
                Fail(new Fault(CliFaults.NoSuchSentence, origin.ToString(), last));
                return;
            }

            done++;
            if (options.IsTree)
                trees.Write(document, origin.Input == "-" ? null : origin.ToString(), options.Sentence - 1);
            else if (options.Format == "jsonl")
                json.Write(document, origin.File, title, published);
            else
                conllu.Write(document, origin.ToString());
        }

        void Fail(Fault fault)
        {
            failed++;
            surroundings.Tell(fault);
        }
    }
}

/// <summary>What <c>parley annotate</c> was asked for.</summary>
/// <param name="Inputs">What to read.</param>
/// <param name="Format"><c>conllu</c> or <c>jsonl</c>.</param>
/// <param name="IsTree">Whether trees are drawn instead.</param>
/// <param name="Sentence">The one sentence to draw, from 1; null for all.</param>
/// <param name="Mode">How much work goes into a word.</param>
/// <param name="Network">How addresses are fetched.</param>
internal sealed record AnnotateOptions(
    ImmutableArray<string> Inputs, string Format, bool IsTree, int? Sentence, LanguageMode Mode, FetchOptions Network);
