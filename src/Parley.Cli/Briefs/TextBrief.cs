using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>A brief for a terminal: wrapped, with weight and grey where the terminal knows them, plain in a pipe.</summary>
internal sealed class TextBrief(TextWriter output, int width, bool styled)
{
    public void Write(Brief brief)
    {
        output.WriteLine(Bold(BriefWords.Title(brief)));
        Wrap(BriefWords.Basis(brief), "", "");
        output.WriteLine();
        output.WriteLine(Bold(BriefWords.OnHalt));
        if (brief.OnHalt.IsEmpty)
            output.WriteLine(BriefWords.Nothing);
        var day = (string?)null;
        foreach (var told in brief.OnHalt)
        {
            if (BriefWords.When(told) != day)
            {
                day = BriefWords.When(told);
                output.WriteLine();
                output.WriteLine(day);
            }

            Wrap($"{BriefWords.Speaker(told.Statement)}: {BriefWords.Content(told.Statement)}", "  • ", "    ");
            Wrap($"[{BriefWords.CarriedBy(told)}]", "    ", "    ", grey: true);
        }

        output.WriteLine();
        foreach (var line in BriefWords.Remainder(brief))
            Wrap(line, "", "");
    }

    private string Bold(string text) => styled ? $"\u001b[1m{text}\u001b[0m" : text;

    /// <summary>Breaks at spaces; a word longer than the line stays whole.</summary>
    private void Wrap(string text, string first, string further, bool grey = false)
    {
        var safe = Terminal.Safe(text);
        var indent = first;
        var rest = safe.AsSpan();
        while (true)
        {
            var room = Math.Max(20, width - indent.Length);
            var cut = rest.Length <= room ? rest.Length : rest[..(room + 1)].LastIndexOf(' ');
            if (cut <= 0)
                cut = rest.IndexOf(' ') is var next and > 0 ? next : rest.Length;
            var line = rest[..cut].TrimEnd();
            output.WriteLine(styled && grey ? $"{indent}\u001b[2m{line}\u001b[0m" : $"{indent}{line}");
            rest = rest[cut..].TrimStart();
            if (rest.IsEmpty)
                return;
            indent = further;
        }
    }
}
