using CsCheck;

namespace Parley.Reports.Tests;

public class SpanTests
{
    [Theory]
    [InlineData(-1, 3)]
    [InlineData(2, 2)]
    [InlineData(5, 4)]
    public void ASpanThatMakesNoSenseIsRefused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Span(start, end));

    [Fact]
    public void ACitationBeyondItsTextIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Citation.Of("short", new Span(3, 6)));

    [Fact]
    public void ACitationHoldsInItsTextAndInNoOther() =>
        Gen.Select(Gen.String[1, 40], Gen.Int[0, 39], Gen.Int[1, 40]).Sample((text, start, length) =>
        {
            if (start + length > text.Length)
                return;
            var citation = Citation.Of(text, new Span(start, start + length));
            Assert.Equal(text.Substring(start, length), citation.Text);
            Assert.True(citation.Holds(text));
            Assert.True(citation.Holds(text + "tail"));

            // Moved by one, "66" would still hold at the first 6; one character changed never does.
            Assert.False(citation.Holds(text[..start] + (char)(text[start] ^ 1) + text[(start + 1)..]));
        });

    [Fact]
    public void OffsetsCountUtf16UnitsAsBrowsersDo()
    {
        var citation = Citation.Of("🕊 truce", new Span(3, 8));
        Assert.Equal("truce", citation.Text);
    }

    [Theory]
    [InlineData(0, 5, 5, 9, false)]
    [InlineData(0, 6, 5, 9, true)]
    [InlineData(5, 9, 0, 5, false)]
    public void SpansThatOnlyTouchDoNotOverlap(int a, int b, int c, int d, bool overlap) =>
        Assert.Equal(overlap, new Span(a, b).Overlaps(new Span(c, d)));
}
