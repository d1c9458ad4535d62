using System.CommandLine;
using Parley.Intake;
using Parley.Intake.Encodings;
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
        var network = new NetworkOptions();
        var command = new Command("annotate", "Shows what the language stage sees in a text: tokens and sentences.") { what, format };
        network.AddTo(command);
        command.AddExamples(
            ("parley annotate report.txt", "tokens and sentences in CoNLL-U"),
            ("echo 'He said no.' | parley annotate - --format jsonl", "the same of standard input, as JSON"));
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings, parsed.GetValue(what)!, parsed.GetValue(format)!, network, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, string[] inputs, string format, NetworkOptions network, ParseResult parsed, CancellationToken cancellation)
    {
        var materials = new MaterialReader(IntakeLimits.Default, new LanguageCheck());
        using var opener = new InputOpener(
            IntakeLimits.Default, network.Of(parsed), new InputMeter(), surroundings.In, surroundings.Clock, surroundings.Time);
        var language = LanguagePipeline.Create();
        using var json = new AnnotationJson(surroundings.Out);
        var (done, failed) = (0, 0);
        await foreach (var item in opener.OpenAsync(inputs, cancellation))
        {
            switch (item)
            {
                case TextMaterial { IsMarkdown: false } text:
                    // Every character counts here, so no first line is taken for a title.
                    Annotate(text.Origin.File, TextDecoder.DecodeText(text.Bytes.Span, text.Charset).ReplaceLineEndings("\n"), null, null);
                    break;
                case Material material:
                    if (materials.Read(material).IsOk(out var report, out var fault))
                        Annotate(material.Origin.File, report.Text, report.Title, report.Published ?? report.Dateline?.Date);
                    else
                        Fail(fault);
                    break;
                case Refused refused:
                    Fail(refused.Fault);
                    break;
            }
        }

        return failed == 0 ? ExitCode.Done : done == 0 ? ExitCode.Nothing : ExitCode.Partly;

        void Annotate(string? file, string text, string? title, PartialDate? published)
        {
            done++;
            var document = language.Analyze(text, new AnalysisContext(published));
            if (format == "jsonl")
                json.Write(document, file, title, published);
            else
                Annotation.WriteConllu(document, surroundings.Out, safe: surroundings.OutIsTerminal);
        }

        void Fail(Fault fault)
        {
            failed++;
            surroundings.Tell(fault);
        }
    }
}
