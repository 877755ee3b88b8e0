// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/dialogs.h"
#include "ui/shell/officepage.h"
#include "ui/tray/casespage.h"

#include <QFile>
#include <QLabel>
#include <QPrinter>

namespace kessai::test {

/// Chooses a printer that prints into a file.
class FilePrinter final : public DialogService {
public:
    explicit FilePrinter(QString path) : m_path(std::move(path)) {}
    QString askSavePath(QWidget *, const QString &, const QString &) override { return {}; }
    QStringList askOpenPaths(QWidget *, const QString &, const QString &) override { return {}; }
    bool askPrinter(QWidget *, QPrinter &printer) override
    {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_path);
        return true;
    }
    bool confirm(QWidget *, const QString &, const QString &) override { return false; }

private:
    QString m_path;
};

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
    FilePrinter printer(folder.filePath(QStringLiteral("case.pdf")));
    replaceDialogs(&printer);
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
    replaceDialogs(nullptr);
}

} // namespace kessai::test
