using System.Text;
using Parley.Intake.Encodings;

namespace Parley.Intake.Tests.Encodings;

public class TextDecoderTests
{
    private const string Text = "“Éxodo” – a way out";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", "latin1")]
    [InlineData("windows-1252", "  US-ASCII ")]
    [InlineData("utf-8", "utf8")]
    [InlineData("utf-8", "no-such-set")]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", "utf-16le")]
    public void TheServersCharacterSetIsRead(string actual, string? declared) =>
        Assert.Equal(Text, TextDecoder.DecodeMarkup(Encoding.GetEncoding(actual).GetBytes(Text), declared));

    [Theory]
    [InlineData("<meta charset=windows-1252>", "windows-1252")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "windows-1252")]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?>", "windows-1252")]
    [InlineData("<meta charset='utf-16'>", "utf-8")]
    [InlineData("<!-- <meta charset=windows-1252> --><meta charset=utf-8>", "utf-8")]
    [InlineData("<meta charset=utf-7>", "utf-8")]
    public void TheMarkupsCharacterSetIsRead(string head, string actual) =>
        Assert.Equal(head + Text, TextDecoder.DecodeMarkup(Encoding.GetEncoding(actual).GetBytes(head + Text), null));

    [Fact]
    public void AMetaElementBehindALongHeadIsFound()
    {
        var head = $"<script>{new string(' ', 2000)}</script><meta charset=windows-1252>";
        Assert.EndsWith(Text, TextDecoder.DecodeMarkup(Encoding.GetEncoding(1252).GetBytes(head + Text), null), StringComparison.Ordinal);
    }

    [Fact]
    public void TheServerOutweighsTheMarkup() =>
        Assert.EndsWith(Text, TextDecoder.DecodeMarkup(Encoding.UTF8.GetBytes("<meta charset=windows-1252>" + Text), "utf-8"), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void AByteOrderMarkOutweighsAll(string actual)
    {
        var encoding = Encoding.GetEncoding(actual);
        Assert.Equal(Text, TextDecoder.DecodeMarkup([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "windows-1252"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void WideLettersWithoutAMarkAreKnownByTheirZeros(string actual) =>
        Assert.Equal("<p>Envoys return</p>", TextDecoder.DecodeText(Encoding.GetEncoding(actual).GetBytes("<p>Envoys return</p>"), null));

    [Fact]
    public void UndeclaredBytesThatAreNoUtf8AreGuessed()
    {
        const string Russian = "Переговоры о прекращении огня продолжатся в пятницу, сообщили посредники.";
        Assert.Equal(Russian, TextDecoder.DecodeText(Encoding.GetEncoding(1251).GetBytes(Russian), null));
    }

    [Fact]
    public void BytesThatMakeNoCharacterAreReplacedAndNothingThrows() =>
        Assert.Equal("a\uFFFDb", TextDecoder.DecodeText([0x61, 0xFF, 0x62], "utf-8"));

    [Fact]
    public void NoBytesAreNoText() => Assert.Equal("", TextDecoder.DecodeMarkup([], null));
}
