// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A meeting from its making to ink that moved, in the window, over a real database and with real papers.
#include "tests/support/paperpdf.h"
#include "tests/ui/trialwindow.h"
#include "ui/dialogs.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/inktools.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/officepage.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

constexpr int kReading = 60'000; ///< milliseconds a real paper may take on a busy machine

} // namespace

class MeetingWalkTest : public TrialWindow {
protected:
    class AnsweringDialogs final : public DialogService {
    public:
        AnsweringDialogs() { replaceDialogs(this); }
        ~AnsweringDialogs() override { replaceDialogs(nullptr); }
        QString askSavePath(QWidget *, const QString &, const QString &) override { return savePath; }
        QStringList askOpenPaths(QWidget *, const QString &, const QString &) override { return paths; }
        bool askPrinter(QWidget *, QPrinter &) override { return false; }
        bool confirm(QWidget *, const QString &, const QString &) override { return true; }

        QString savePath;
        QStringList paths;
    };

    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->goTo(u"meetings"_s);
        settle();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        return m_window->meetings()->findChild<W *>(QLatin1String(name));
    }
    MeetingReader &reader() { return *m_window->meetings()->reader(); }
    void openFirst()
    {
        QTest::keyClick(part<QTableView>("meetingTable"), Qt::Key_Return);
        settle();
    }
    bool bookIs(int pages)
    {
        return wait([&] { return reader().isVisible() && reader().book().pageCount() == pages; }, kReading);
    }
    void makeMeeting()
    {
        part<QPushButton>("newMeeting")->click();
        part<QLineEdit>("meetingTitle")->setText(u"第1回 庁議"_s);
        Q_EMIT part<QLineEdit>("meetingTitle")->textEdited({});
        part<QPushButton>("createMeeting")->click();
        settle();
        part<QPushButton>("addItem")->click();
        settle();
        auto *whom = part<QComboBox>("invite");
        const int kato = whom->findData(u"person:%1"_s.arg(people.kato.value()));
        whom->setCurrentIndex(kato);
        Q_EMIT whom->activated(kato);
        settle();
    }
    void dropPapers(const QStringList &paths)
    {
        QMimeData files;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        files.setUrls(urls);
        auto *tree = part<AgendaTree>("agendaTree");
        ASSERT_TRUE(tree->model()->dropMimeData(&files, Qt::CopyAction, -1, -1, tree->model()->index(0, 0)));
        ASSERT_TRUE(
            wait([&] { return tree->model()->rowCount(tree->model()->index(0, 0)) == int(paths.size()); }, kReading));
    }

    std::unique_ptr<OfficePage> m_window;
    AnsweringDialogs m_dialogs;
    QTemporaryDir m_folder;
};

TEST_F(MeetingWalkTest, FromPapersDroppedToInkThatMovedWithItsPage)
{
    openFor(people.sato);
    makeMeeting();
    dropPapers({writePaper(m_folder.path(), u"方針.pdf"_s, {u"編成方針"_s, u"歳入の見通し"_s, u"歳出の見直し"_s}),
                writePaper(m_folder.path(), u"参考.pdf"_s, {u"基金の残高"_s})});
    part<QPushButton>("publishMeeting")->click();
    part<QPushButton>("publishNow")->click();
    settle();

    openFor(people.kato);
    openFirst();
    ASSERT_TRUE(bookIs(4));
    const Book book = reader().book().book();
    ASSERT_EQ(book.papers.size(), 2u);
    EXPECT_EQ(book.papers[0].title, u"参考"_s) << "by name";
    const int paper = book.papers[1].paper;
    InkShape stroke;
    stroke.points = {{0.2F, 0.3F, 1}, {0.6F, 0.3F, 1}};
    ASSERT_FALSE(reader().ink().layer()->add({paper, 1}, stroke).isEmpty());
    ASSERT_TRUE(wait([&] { return reader().ink().keeper().state() == InkKeeper::State::Stored; }, kReading));

    m_dialogs.savePath = m_folder.filePath(u"書き込み.pdf"_s);
    reader().panes().current().showPage({paper, 1});
    part<QToolButton>("savePaper")->click();
    ASSERT_TRUE(wait([&] { return QFileInfo::exists(m_dialogs.savePath); }, kReading));
    QFile copy(m_dialogs.savePath);
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_TRUE(copy.readAll().contains("/Ink")) << "what is written goes along as an annotation";

    BookView &view = reader().panes().current();
    view.setFullScreen(true);
    ASSERT_NE(view.findChild<InkTools *>(), nullptr) << "one writes on the whole screen too";
    EXPECT_TRUE(view.findChild<InkTools *>()->isVisible());
    EXPECT_TRUE(view.findChild<QWidget *>(u"pageField"_s)->isVisible()) << "and sees which page it is";
    view.setFullScreen(false);
    EXPECT_EQ(reader().findChildren<InkTools *>().size(), 1) << "the same, once";
    reader().panes().openWindow();
    EXPECT_NE(reader().panes().views().last()->findChild<InkTools *>(), nullptr);

    openFor(people.sato);
    openFirst();
    part<QPushButton>("editMeeting")->click();
    settle();
    part<AgendaTree>("agendaTree")->setCurrentKey({1, paper});
    m_dialogs.paths = {writePaper(m_folder.path(), u"方針2.pdf"_s,
                                  {u"国の動き"_s, u"編成方針"_s, u"歳入の見通し"_s, u"歳出の見直し"_s})};
    part<QPushButton>("putPaper")->click();
    ASSERT_TRUE(wait([&] { return part<QPushButton>("intakeConfirm") != nullptr; }, kReading));
    part<QPushButton>("intakeConfirm")->click();
    settle();

    openFor(people.kato);
    openFirst();
    ASSERT_TRUE(bookIs(5));
    const auto moved = [&] {
        const auto all = reader().ink().layer()->all();
        return all.size() == 1 && all.front().at == BookPage{paper, 2} && !all.front().changed;
    };
    EXPECT_TRUE(wait(moved, kReading)) << "the page with the stroke is the third now";
}

} // namespace kessai::test
