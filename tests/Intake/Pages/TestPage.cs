using System.Text;
using Parley.Reports;

namespace Parley.Intake.Tests.Pages;

/// <summary>Pages made of our own words, with an article of three paragraphs.</summary>
internal static class TestPage
{
    public static readonly string[] Article =
    [
        "Envoys from both sides returned to the harbour hotel on Friday, and mediators said they would stay until Sunday evening.",
        "“We are not there yet,” one of them told reporters, adding that the list of names had been agreed, while the hours had not.",
        "The talks began on Monday after two weeks of shelling, in which, by the count of the district’s doctors, over forty people died.",
    ];

    public static string Paragraphs => string.Concat(Article.Select(text => $"<p>{text}</p>"));

    public static ReportDraft Read(string html, string? address = null)
    {
        Assert.True(Result(html, address).IsOk(out var draft, out var fault), fault?.ToString());
        return draft;
    }

    public static Result<ReportDraft> Result(string html, string? address = null) => Intake.Pages.PageReader.Read(
        new PageMaterial(new Origin("page.html") { Url = address is null ? null : new Uri(address) }, Encoding.UTF8.GetBytes(html), null),
        IntakeLimits.Default);

    public static string Of(string body, string head = "") =>
        $"<!doctype html><html lang=en><head><title>Envoys return to the talks</title>{head}</head><body>{body}</body></html>";

    public static string WithArticle(string head) => Of($"<article><h1>Envoys return to the talks</h1>{Paragraphs}</article>", head);

    /// <summary>A page whose article stands under its headline in <paramref name="holder"/>, with <paramref name="after"/> below.</summary>
    public static string Story(string after, string holder = "<div class=k3>{0}</div>", string before = "") => Of(
        $"{before}<div class=k1><h1>Envoys return to the talks</h1><p>14 May 2021</p>{holder.Replace("{0}", Paragraphs, StringComparison.Ordinal)}</div>{after}");

    /// <summary>Sentences of no article's, each another.</summary>
    public static string Sentence(int i) =>
        $"In town number {i}, as its people tell it, the well was dug by {i + 2} brothers, and the bridge, which fell in the war, by their sons.";
}
