using Parley.Resolution.Names;

namespace Parley.Resolution.Tests;

public class NameFoldingTests
{
    [Theory]
    [InlineData("Recep Tayyip Erdoğan", "recep tayyip erdogan")]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("Séléka", "seleka")]
    [InlineData("Ta'ang", "taang")]
    [InlineData("Ta’ang", "taang")]
    [InlineData("al-Sisi", "al sisi")]
    [InlineData("U.N.", "un")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Nguyễn Phú Trọng", "nguyen phu trong")]
    [InlineData("Straße", "strasse")]
    [InlineData("P5+1", "p51")]
    public void SpellingsFoldToPlainSmallLetters(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Theory]
    [InlineData("Erdogan", "Erdoğan")]
    [InlineData("Abdel-Fattah el-Sissi", "Abdel Fattah el Sissi")]
    [InlineData("HAMAS", "Hamas")]
    public void WhatFoldsAlikeIsFoundAlike(string one, string other) => Assert.Equal(NameFolding.Prefixes(one)[^1], NameFolding.Prefixes(other)[^1]);
}
