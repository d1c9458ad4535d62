using Parley.Intake.Pages.Body;

namespace Parley.Intake.Tests.Pages;

public class WordCountTests
{
    [Theory]
    [InlineData("The envoys’ list isn’t whole", 5)]
    [InlineData("双方代表在青港举行会谈", 5)]
    [InlineData("捕虜の名簿について合意", 5)]
    [InlineData("युद्धविराम का दूसरा दिन", 4)]
    [InlineData("양측 대표단은 다시 만났다", 4)]
    [InlineData("ผู้แทนของทั้งสองฝ่ายพบกัน", 4)]
    [InlineData("نمایندگان دو طرف دیدار کردند", 5)]
    [InlineData("… — !", 0)]
    public void WordsAreCountedInEveryScript(string text, int words) => Assert.Equal(words, WordCount.Of(text));
}
