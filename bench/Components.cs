using System.Diagnostics;
using System.Globalization;
using Parley.Language;
using Parley.Language.Lemmas;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Language.Quotations;
using Parley.Language.Segmentation;
using Parley.Language.Syntax;
using Parley.Language.Times;

namespace Parley.Benchmarks;

/// <summary>Microseconds a word of each component of the language stage, one thread, over the documents of treebanks.</summary>
internal static class Components
{
    private const int Rounds = 6;

    public static int Run(IReadOnlyList<string> texts, LanguageMode mode)
    {
        var segmenter = Segmenter.Read(Model.Get("segmenter"));
        var syntax = new SyntaxReader(new SyntaxModel(Model.Get(mode == LanguageMode.Fast ? "syntax-fast" : "syntax")));
        var lemmatizer = Lemmatizer.Read(Model.Get("lemmatizer"));
        var names = NameReader.Get();
        var times = new TimeReader();
        string[] labels = ["segmentation", "syntax", "lemmas", "names", "quotations", "times"];
        for (var round = 1; round <= Rounds; round++)
        {
            var spent = new long[labels.Length];
            var words = 0L;
            foreach (var text in texts)
            {
                var at = 0;
                var clock = Stopwatch.GetTimestamp();
                var (tokens, sentences) = segmenter.Segment(text);
                Lap();
                for (var i = 0; i < sentences.Length; i++)
                {
                    foreach (ref var word in tokens.AsSpan(sentences[i].FirstWord, sentences[i].WordCount))
                        word.Sentence = i;
                }

                syntax.Read(text, tokens, sentences);
                Lap();
                foreach (ref var word in tokens.AsSpan())
                    word.Lemma = lemmatizer.Lemma(text.AsSpan(word.Start, word.End - word.Start), word.Upos, word.Xpos ?? "_");
                Lap();
                var document = new Document(text, tokens, sentences);
                document.Names = names.Read(document);
                Lap();
                document.Quotations = QuotationReader.Read(text, tokens, sentences);
                Lap();
                document.Times = times.Read(document, null);
                Lap();
                words += tokens.Length;

                void Lap()
                {
                    var now = Stopwatch.GetTimestamp();
                    spent[at++] += now - clock;
                    clock = now;
                }
            }

            if (round < Rounds)
                continue;
            for (var i = 0; i < labels.Length; i++)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{labels[i],-14} {spent[i] * 1e6 / Stopwatch.Frequency / words,8:F2} µs a word"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14} {spent.Sum() * 1e6 / Stopwatch.Frequency / words,8:F2} µs a word"));
        }

        return 0;
    }
}
