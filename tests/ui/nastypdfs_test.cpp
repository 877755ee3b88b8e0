// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every so manieth of the files that were made to do harm; tests/bench/nasty_pdfs takes them all.
#include "tests/ui/nastyreader.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// Shorter than anybody's, so that a run takes seconds; what is slow is answered so all the same.
constexpr RenderDeadlines kSoon{1'500, 1'000, 1'000, 300};

void expectAnswers(const std::vector<sample::NastyFile> &files, std::size_t each)
{
    NastyReader reader(kSoon);
    for (std::size_t i = 0; i < files.size(); i += each)
        reader.show(files[i]);
    EXPECT_TRUE(reader.faults().isEmpty()) << reader.faults().join(QLatin1Char('\n')).toStdString();
}

} // namespace

TEST(NastyPdfs, OfBrokenStructureAreAnswered)
{
    expectAnswers(sample::nastyStructures(), 9);
}

TEST(NastyPdfs, OfHarmfulContentsAreAnswered)
{
    expectAnswers(sample::nastyContents(), 8);
}

TEST(NastyPdfs, ThatWereHarmedAreAnswered)
{
    expectAnswers(sample::harmedFiles(), 24);
}

} // namespace kessai::test
