// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/anchors.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/print/formsheet.h"
#include "ui/shell/officepage.h"
#include "ui/tray/casespage.h"

#include <QAction>
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>

namespace kessai::test {

class PrintingTest : public TrialWindow {};

TEST_F(PrintingTest, ACaseIsPaintedOffTheGuiThread)
{
    const auto id = Hand(office, people.sato).file(memo(QStringLiteral("机"), 1));
    ASSERT_TRUE(fine(id));
    const auto opened = desk.run([id = *id](Desk &one) -> Result<std::shared_ptr<const CaseView>> {
        auto view = one.open(id);
        if (!view)
            return view.failure();
        return std::make_shared<const CaseView>(std::move(view).value());
    });
    ASSERT_TRUE(wait([&opened] { return opened.isFinished(); }));
    QTemporaryDir folder;
    AnsweredDialogs answers;
    answers.printPath = folder.filePath(QStringLiteral("case.pdf"));
    OfficePage page(*session);
    const auto says = [&page](const QString &word) {
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *one) { return one->text() == word; });
    };
    const int threads = pool().maxThreadCount();
    pool().setMaxThreadCount(1);
    QSemaphore gate;
    pool().start([&gate] { gate.acquire(); });

    Q_EMIT page.cases()->printRequested(**opened.result());
    settle();
    EXPECT_FALSE(says(QStringLiteral("Sent to the printer.")));
    gate.release();

    EXPECT_TRUE(wait([&] { return says(QStringLiteral("Sent to the printer.")); }));
    QFile file(folder.filePath(QStringLiteral("case.pdf")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.read(5) == "%PDF-");
    pool().setMaxThreadCount(threads);
}

TEST_F(PrintingTest, LeavesOutRowsInWhichNothingIsAskedFor)
{
    const auto id = Hand(office, people.sato).file(memo(QStringLiteral("机"), 1));
    ASSERT_TRUE(fine(id));
    const auto opened = desk.run([id = *id](Desk &one) { return one.open(id); });
    ASSERT_TRUE(wait([&opened] { return opened.isFinished(); }));
    ASSERT_TRUE(fine(opened.result()));
    CaseView view = *opened.result();
    view.definition.fields.push_back({.key = QStringLiteral("urgent"),
                                      .kind = FieldKind::Flag,
                                      .label = {QStringLiteral("至急の件"), QStringLiteral("Urgent")},
                                      .hint = {}});
    view.definition.fields.push_back({.key = QStringLiteral("personal"),
                                      .kind = FieldKind::Flag,
                                      .label = {QStringLiteral("個人情報の有無"), QStringLiteral("Personal data")},
                                      .hint = {}});
    view.definition.printRows = {{PrintCell{.field = QStringLiteral("subject")}},
                                 {PrintCell{.field = QStringLiteral("urgent")}},
                                 {PrintCell{.field = QStringLiteral("personal")}}};
    view.content.fields.insert(QStringLiteral("personal"), false);
    const auto printed = [&view] {
        QBuffer pdf;
        EXPECT_TRUE(pdf.open(QIODevice::WriteOnly));
        {
            QPdfWriter writer(&pdf);
            QPainter painter(&writer);
            FormSheet(view, false).paint(painter, writer);
        }
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
        reader.write(pdf.data());
        reader.closeWriteChannel();
        EXPECT_TRUE(reader.waitForFinished(20'000));
        return QString::fromUtf8(reader.readAllStandardOutput()).remove(QLatin1Char('\n'));
    };

    EXPECT_TRUE(printed().contains(QStringLiteral("机"))) << qPrintable(printed());
    EXPECT_FALSE(printed().contains(QStringLiteral("至急の件"))) << qPrintable(printed());
    EXPECT_TRUE(printed().contains(QStringLiteral("個人情報の有無"))) << "which is an answer, and no";
    view.content.fields.insert(QStringLiteral("urgent"), true);
    EXPECT_TRUE(printed().contains(QStringLiteral("至急の件"))) << qPrintable(printed());
}

TEST_F(PrintingTest, AnAnchorIsPutOnPaperByAuditorsAndAdministrators)
{
    QTemporaryDir folder;
    const auto owners = office.ownersDatabase();
    const auto taken = takeAnchor(**owners, office.clock());
    ASSERT_TRUE(fine(taken));
    QFile kept(folder.filePath(QStringLiteral("kessai-anchor-000001.json")));
    ASSERT_TRUE(kept.open(QIODevice::WriteOnly));
    kept.write(anchorFile(*taken));
    kept.close();
    AnsweredDialogs answers;
    answers.openPaths = {kept.fileName()};
    answers.savePath = folder.filePath(QStringLiteral("anchor.pdf"));
    EXPECT_FALSE(OfficePage(*session).findChild<QAction *>(QStringLiteral("anchorAction"))) << "佐藤 has no use for it";
    beginSession(people.fukuda);
    OfficePage page(*session);
    auto *action = page.findChild<QAction *>(QStringLiteral("anchorAction"));
    ASSERT_TRUE(action);

    action->trigger();

    QFile file(folder.filePath(QStringLiteral("anchor.pdf")));
    EXPECT_TRUE(wait([&file] { return file.exists(); }));
    EXPECT_EQ(answers.suggestions.value(0), QStringLiteral("kessai-anchor-000001.pdf"));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
    ASSERT_TRUE(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    for (const QString &line : spelledOut(taken->digest()))
        EXPECT_TRUE(text.contains(line)) << text.toStdString();
    EXPECT_TRUE(text.contains(taken->office)) << text.toStdString();
}

} // namespace kessai::test
