using CsCheck;
using Parley.Cli.Annotations;

namespace Parley.Cli.Tests.Annotations;

public class TreeDrawingTests
{
    [Fact]
    public void AHeadAndItsDependentsShareAnUpright() => AssertDrawn(
        "2 3 0 3", """
          ╭─╼
        ╭─┴─╼
       ─┼───╼
        ╰───╼
       """);

    [Fact]
    public void ATokenAloneHasALineFromTheEdgeAlone() => AssertDrawn("0", "─╼");

    [Fact]
    public void EachOfAChainStandsOneFurtherToTheRight() => AssertDrawn(
        "0 1 2 3", """
       ─┬─────╼
        ╰─┬───╼
          ╰─┬─╼
            ╰─╼
       """);

    [Fact]
    public void ALineThatCrossesAnotherPassesBehindIt() => AssertDrawn(
        "2 4 4 0 7 7 2 4 4", """
          ╭───╼
        ╭─┼───╼
        ├─│───╼
       ─┼─│───╼
        │ │ ╭─╼
        │ │ ├─╼
        │ ╰─┴─╼
        ├─────╼
        ╰─────╼
       """);

    [Fact]
    public void WhereWidthIsScarceTheUprightsStandCloseTogether() => AssertDrawn(
        "2 3 0 3", """
         ╭╼
        ╭┴╼
       ─┼─╼
        ╰─╼
       """, width: 5);

    [Fact]
    public void WhereEvenThatIsTooWideTheLinesNextToTheRootAreLeftOut()
    {
        var drawing = TreeDrawing.Of(Heads("2 3 0 3"), 4);
        Assert.Equal([" ╭╼ ", " ┴╼ ", "──╼ ", "  ╼ "], drawing.Lines);
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(drawing.IsCut));
    }

    [Fact]
    public void TwoHundredTokensUnderOneHeadTakeNoMoreWidthThanTwo()
    {
        var drawing = TreeDrawing.Of(Heads($"0 {string.Join(' ', Enumerable.Repeat(1, 199))}"), 40);
        Assert.Equal("─┬─╼ ", drawing.Lines[0]);
        Assert.All(drawing.Lines[1..^1], static line => Assert.Equal(" ├─╼ ", line));
        Assert.Equal(" ╰─╼ ", drawing.Lines[^1]);
    }

    [Fact]
    public async Task AChainOfAHundredThousandTokensKeepsToTheWidthAndIsDrawnAtOnce()
    {
        var heads = Enumerable.Range(-1, 100_000).ToArray();
        var drawing = await Task.Run(() => TreeDrawing.Of(heads, 40), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.All(drawing.Lines, static line => Assert.Equal(40, line.Length));
        Assert.False(drawing.IsCut(99_999));
        Assert.True(drawing.IsCut(1));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(43)]
    [InlineData(9)]
    public void WhoeverFollowsTheLinesFindsEveryHeadWhateverTheTree(int width) => Trees().Sample(heads =>
    {
        var drawing = TreeDrawing.Of(heads, width);
        Assert.All(drawing.Lines, line => Assert.InRange(line.Length, 1, width));
        for (var token = 0; token < heads.Length; token++)
        {
            if (!drawing.IsCut(token))
                Assert.Equal(heads[token], FollowedHead(drawing.Lines, token));
            else
                Assert.True(width < 43);
        }
    });

    /// <summary>Goes left from a token to where its line begins, then along the upright to the one line that comes in from the left.</summary>
    private static int FollowedHead(ImmutableArray<string> lines, int token)
    {
        var column = lines[token].IndexOf('╼', StringComparison.Ordinal) - 1;
        while (column >= 0 && lines[token][column] is not ('╭' or '├' or '╰'))
            column--;
        if (column < 0)
            return -1;
        foreach (var step in (int[])[-1, 1])
        {
            for (var line = token; ; line += step)
            {
                if (lines[line][column] is '┬' or '┼' or '┴')
                    return line;
                if (lines[line][column] == (step < 0 ? '╭' : '╰'))
                    break;
            }
        }

        throw new InvalidOperationException($"The upright at {column} of line {token} is nobody's.");
    }

    /// <summary>Trees of up to forty tokens, most of them not projective.</summary>
    private static Gen<int[]> Trees() => Gen.Int[0, 1 << 20].Array[1, 40].Select(static numbers =>
    {
        var order = Enumerable.Range(0, numbers.Length).OrderBy(token => numbers[token] % 1009).ToArray();
        var heads = new int[numbers.Length];
        heads[order[0]] = -1;
        for (var i = 1; i < order.Length; i++)
            heads[order[i]] = order[numbers[order[i]] / 1009 % i];
        return heads;
    });

    private static void AssertDrawn(string heads, string drawing, int width = 80) =>
        Assert.Equal(drawing, string.Join('\n', TreeDrawing.Of(Heads(heads), width).Lines.Select(static line => line.TrimEnd())));

    private static int[] Heads(string heads) => [.. heads.Split(' ').Select(static head => int.Parse(head, null) - 1)];
}
