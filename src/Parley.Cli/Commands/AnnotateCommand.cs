using System.CommandLine;
using Parley.Intake;
using Parley.Intake.Encodings;
using Parley.Intake.Inputs;
using Parley.Intake.Languages;
using Parley.Language;

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
        var (done, failed) = (0, 0);
        await foreach (var item in opener.OpenAsync(inputs, cancellation))
        {
            switch (item)
            {
                case TextMaterial { IsMarkdown: false } text:
                    // Every character counts here, so no first line is taken for a title.
                    Annotate(text.Origin, TextDecoder.DecodeText(text.Bytes.Span, text.Charset).ReplaceLineEndings("\n"));
                    break;
                case Material material:
                    if (materials.Read(material).IsOk(out var report, out var fault))
                        Annotate(material.Origin, report.Text);
                    else
                        Fail(fault);
                    break;
                case Refused refused:
                    Fail(refused.Fault);
                    break;
            }
        }

        return failed == 0 ? ExitCode.Done : done == 0 ? ExitCode.Nothing : ExitCode.Partly;

        void Annotate(Origin origin, string text)
        {
            done++;
            var document = language.Analyze(text);
            if (format == "jsonl")
                surroundings.Out.WriteLine(Annotation.ToJson(document, origin.File));
            else
                Annotation.WriteConllu(document, surroundings.Out, safe: surroundings.OutIsTerminal);
        }

        void Fail(Reports.Fault fault)
        {
            failed++;
            surroundings.Tell(fault);
        }
    }
}
