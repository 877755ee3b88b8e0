// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingspage.h"

#include "tests/support/paperpdf.h"
#include "tests/ui/meetingspagetest.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/memberspane.h"
#include "ui/meetings/paperintake.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <map>

using namespace Qt::StringLiterals;

namespace kessai::test {

TEST_F(MeetingsPageTest, OffersANewMeetingWhereThereAreNone)
{
    MeetingsPage &page = openFor(sato);

    EXPECT_TRUE(says(page, MeetingsPage::tr("No meetings")));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);

    EXPECT_TRUE(page.editor()->isVisible());
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(MeetingsPageTest, ListsWhatIsToComeBeforeWhatIsPast)
{
    const QDate today = SmallOffice::today();
    const MeetingId past = prepared(today.addDays(-40));
    const MeetingId later = prepared(today.addDays(3));
    const MeetingId first = prepared(today);

    MeetingsPage &page = openFor(sato);
    auto *table = find<QTableView>(page, u"meetingTable"_s);
    const auto *model = qobject_cast<MeetingModel *>(table->model());
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);

    EXPECT_TRUE(table->hasFocus());
    EXPECT_LT(model->rowOf(first), model->rowOf(later));
    EXPECT_LT(model->rowOf(later), model->rowOf(past));
    EXPECT_EQ(table->currentIndex().row(), model->rowOf(first));
    EXPECT_EQ(model->entry(0), nullptr) << "a heading";
}

TEST_F(MeetingsPageTest, MakesAMeetingFromWhatIsWritten)
{
    MeetingsPage &page = openFor(sato);
    find<QPushButton>(page, u"newMeeting"_s)->click();
    MeetingEditor &editor = *page.editor();
    auto *create = find<QPushButton>(editor, u"createMeeting"_s);
    EXPECT_FALSE(create->isEnabled()) << "without a title";

    type(find<QLineEdit>(editor, u"meetingTitle"_s), u"第3回 課長会議"_s);
    auto *begins = find<QLineEdit>(editor, u"meetingBegins"_s);
    begins->selectAll();
    QTest::keyClicks(begins, u"930"_s);
    create->click();
    settle();

    const auto rows = session->desk().ask([](Desk &one) { return one.meetings(QDate(2026, 1, 1)); });
    ASSERT_TRUE(wait([&] { return rows.isFinished(); }));
    ASSERT_EQ(rows.result().value().size(), 1u);
    const MeetingRow row = rows.result().value().front();
    EXPECT_EQ(row.title, u"第3回 課長会議"_s);
    EXPECT_EQ(row.begins, 9 * 60 + 30);
    EXPECT_EQ(row.role, MeetingRole::Secretary);
    EXPECT_FALSE(create->isVisible());
    EXPECT_TRUE(find<QPushButton>(editor, u"addItem"_s)->isEnabled());
    EXPECT_TRUE(find<QWidget>(editor, u"noAgenda"_s)->isAncestorOf(QApplication::focusWidget())) << "on to its agenda";
}

TEST_F(MeetingsPageTest, AddsAnItemAndGoesToItsTitle)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);

    find<QPushButton>(editor, u"addItem"_s)->click();
    settle();
    auto *title = find<QLineEdit>(editor, u"itemTitle"_s);
    EXPECT_TRUE(title->hasFocus());
    EXPECT_TRUE(title->hasSelectedText());
    type(title, u"その他の報告"_s);
    QTest::keyClick(title, Qt::Key_Tab);
    settle();

    EXPECT_EQ(now(id).items.back().title, u"その他の報告"_s);
    EXPECT_EQ(now(id).items.back().no, 3);
    EXPECT_EQ(now(id).seq, 6) << "a field that is left is one act";
}

TEST_F(MeetingsPageTest, InvitesASectionAsThePeopleInIt)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    find<QTabBar>(editor, u"editorTabs"_s)->setCurrentIndex(1);

    auto *whom = find<QComboBox>(editor, u"invite"_s);
    const int entry = whom->findText(u"財政課"_s, Qt::MatchContains);
    const int section = whom->findData(u"section:%1"_s.arg(people.finance.value()));
    ASSERT_GT(section, 0);
    ASSERT_GT(entry, 0);
    whom->setCurrentIndex(section);
    Q_EMIT whom->activated(section);
    settle();

    const Meeting meeting = now(id);
    ASSERT_EQ(meeting.members.size(), 4u) << "Sato and the three of the section";
    EXPECT_NE(meeting.member(people.zaizen), nullptr);
    EXPECT_EQ(meeting.member(people.zushi)->because, u"財政課"_s);
    // Once more invites nobody twice.
    whom->setCurrentIndex(section);
    Q_EMIT whom->activated(section);
    settle();
    EXPECT_EQ(now(id).seq, meeting.seq);
}

TEST_F(MeetingsPageTest, InvitesWhomTheKeyboardChooses)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    find<QTabBar>(editor, u"editorTabs"_s)->setCurrentIndex(1);
    auto *whom = find<QComboBox>(editor, u"invite"_s);
    const auto before = now(id).members.size();

    whom->setFocus();
    QTest::keyClick(whom, Qt::Key_Down);
    EXPECT_EQ(now(id).members.size(), before) << "stepping through the names invites nobody";
    whom->hidePopup();
    type(whom->lineEdit(), u"課長"_s);
    QAbstractItemView *suggestions = whom->completer()->popup();
    ASSERT_TRUE(suggestions->isVisible());
    ASSERT_GT(suggestions->model()->rowCount(), 2);
    QString chosen, entry;
    for (int i = 0; i < suggestions->model()->rowCount() && !entry.startsWith(u"person:"_s); ++i) {
        QTest::keyClick(suggestions, Qt::Key_Down); // posts are suggested as well
        chosen = suggestions->currentIndex().data().toString();
        entry = whom->itemData(whom->findText(chosen)).toString();
    }
    ASSERT_TRUE(entry.startsWith(u"person:"_s)) << entry.toStdString();
    QTest::keyClick(suggestions, Qt::Key_Return);
    settle();

    const Meeting meeting = now(id);
    ASSERT_EQ(meeting.members.size(), before + 1);
    EXPECT_EQ(meeting.members.back().who, StaffId(entry.mid(7).toLongLong()));
    EXPECT_TRUE(whom->currentText().isEmpty());
}

TEST_F(MeetingsPageTest, KeepsASecretary)
{
    const MeetingId id = published();
    MeetingEditor &editor = edit(sato, id);
    find<QTabBar>(editor, u"editorTabs"_s)->setCurrentIndex(1);
    auto *table = find<QTableView>(editor, u"memberTable"_s);
    const int seq = now(id).seq;

    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    settle();

    EXPECT_EQ(now(id).seq, seq);
    EXPECT_TRUE(says(editor, MembersPane::tr("A meeting keeps at least one secretary.")));
}

TEST_F(MeetingsPageTest, MovesItemsAndPapersByKeys)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(office, sato, id, paperPut(2, 1)));
    MeetingEditor &editor = edit(sato, id);
    auto *tree = find<AgendaTree>(editor, u"agendaTree"_s);
    const QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);

    tree->setCurrentKey({1, 2});
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    settle();
    EXPECT_EQ(titles(now(id)),
              (QStringList{u"当初予算案について"_s, u"資料 2"_s, u"資料 1"_s, u"庁舎の改修について"_s}));
    EXPECT_EQ(tree->currentKey(), (AgendaKey{1, 2})) << "it stays where one is";
    tree->setCurrentKey({1, 1});
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    settle();
    EXPECT_EQ(titles(now(id)),
              (QStringList{u"当初予算案について"_s, u"資料 2"_s, u"庁舎の改修について"_s, u"資料 1"_s}));

    tree->setCurrentKey({2, 0});
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    settle();
    EXPECT_EQ(titles(now(id)),
              (QStringList{u"庁舎の改修について"_s, u"資料 1"_s, u"当初予算案について"_s, u"資料 2"_s}));
    EXPECT_EQ(now(id).items.front().no, 1);
    EXPECT_EQ(now(id).items.back().no, 2);
}

TEST_F(MeetingsPageTest, AcceptsFilesOnAnItemAndRefusesOthers)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *tree = find<AgendaTree>(editor, u"agendaTree"_s);
    QSignalSpy dropped(tree, &AgendaTree::filesDropped);
    QMimeData papers, text;
    papers.setUrls({QUrl::fromLocalFile(u"/tmp/資料10.pdf"_s), QUrl::fromLocalFile(u"/tmp/資料2.pdf"_s)});
    text.setUrls({QUrl::fromLocalFile(u"/tmp/覚書.docx"_s)});
    QAbstractItemModel &model = *tree->model();

    EXPECT_FALSE(model.canDropMimeData(&text, Qt::CopyAction, -1, -1, model.index(1, 0)));
    EXPECT_TRUE(model.dropMimeData(&papers, Qt::CopyAction, -1, -1, model.index(1, 0)));

    ASSERT_EQ(dropped.size(), 1);
    EXPECT_EQ(dropped[0][0].toInt(), 2);
    EXPECT_EQ(PaperIntake::taken(dropped[0][1].toStringList()),
              (QStringList{u"/tmp/資料2.pdf"_s, u"/tmp/資料10.pdf"_s}));
}

TEST_F(MeetingsPageTest, GoesOnWithAFileThatWasStopped)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *intake = m_window->meetings()->findChild<PaperIntake *>();
    const QString path = home.filePath(u"大きな資料.pdf"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2 * kChunkSize + 1, 'x'));
    file.close();
    const auto state = [&] { return intake->files().empty() ? Incoming::State::Waiting : intake->files()[0].state; };

    office.hold(Ask::Put);
    intake->add(1, {path});
    ASSERT_TRUE(wait([&] { return office.asked(Ask::Put) == 1; }));
    find<QPushButton>(editor, u"intakeStop"_s)->click();
    office.release();
    ASSERT_TRUE(wait([&] { return state() == Incoming::State::Stopped; }));
    EXPECT_EQ(office.asked(Ask::Put), 1);
    find<QPushButton>(editor, u"intakeResume"_s)->click();

    ASSERT_TRUE(wait([&] { return state() == Incoming::State::Reading || state() == Incoming::State::Failed; }));
    EXPECT_EQ(office.asked(Ask::Put), 3) << "each chunk once";
    EXPECT_EQ(office.asked(Ask::Begin), 1);
}

TEST_F(MeetingsPageTest, BringsBackWhatWasDroppedByMistake)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *tree = find<AgendaTree>(editor, u"agendaTree"_s);
    auto *undo = find<UndoLine>(editor, u"agendaUndo"_s);

    tree->setCurrentKey({2, 0});
    QTest::keyClick(tree, Qt::Key_Delete);
    settle();
    EXPECT_EQ(tree->model()->rowCount(), 1);
    ASSERT_TRUE(undo->canUndo());
    presenter().change(agendaItem(1, u"補正予算案について"_s));
    settle();
    ASSERT_TRUE(undo->canUndo()) << "what is done elsewhere leaves it";
    presenter().change(agendaItem(1, u"補正予算案"_s), u"変更しました。"_s);
    settle();
    ASSERT_TRUE(undo->canUndo()) << "also where it has something to say";
    EXPECT_EQ(now(id).items.size(), 2u);
    Q_EMIT undo->undoRequested();
    settle();
    EXPECT_EQ(tree->model()->rowCount(), 2);
    EXPECT_EQ(now(id).items.size(), 2u);

    const int third = now(id).lastItem + 1;
    ASSERT_TRUE(meet(office, sato, id, agendaItem(third, u"その他"_s)));
    presenter().refresh();
    ASSERT_TRUE(wait([&] { return tree->model()->rowCount() == 3; }));
    tree->setCurrentKey({third, 0});
    QTest::keyClick(tree, Qt::Key_Delete);
    settle();
    presenter().change(agendaItem(third, u"その他の報告"_s));
    EXPECT_FALSE(undo->canUndo()) << "what is said of the same item settles it";
    settle();
    EXPECT_EQ(now(id).items.size(), 2u);

    tree->setCurrentKey({2, 0});
    QTest::keyClick(tree, Qt::Key_Delete);
    m_window->goTo(u"meetings"_s); // back to the list: what is out of sight goes now
    settle();
    EXPECT_EQ(now(id).items.size(), 1u);
}

TEST_F(MeetingsPageTest, KeepsWhatIsTypedWhenSomebodyElseIsFaster)
{
    const MeetingId id = published();
    ASSERT_TRUE(meet(office, sato, id,
                     InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Secretary, {}}}}));
    MeetingEditor &editor = edit(sato, id);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({1, 0});
    auto *title = find<QLineEdit>(editor, u"itemTitle"_s);
    title->selectAll();
    type(title, u"当初予算案の骨子"_s);

    ASSERT_TRUE(meet(office, kato, id, agendaItem(1, u"予算の骨子について"_s)));
    Q_EMIT title->editingFinished();
    settle();

    EXPECT_EQ(title->text(), u"当初予算案の骨子"_s);
    EXPECT_TRUE(says(editor, MeetingEditor::tr("Somebody else changed the meeting first.").left(20)));
    EXPECT_EQ(now(id).items[0].title, u"予算の骨子について"_s);
    Q_EMIT title->editingFinished();
    settle();
    EXPECT_EQ(now(id).items[0].title, u"当初予算案の骨子"_s);
}

TEST_F(MeetingsPageTest, DoesOnceWhatWasNotAnswered)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *tree = find<AgendaTree>(editor, u"agendaTree"_s);
    office.loseNextAnswer();

    find<QPushButton>(editor, u"addItem"_s)->click();
    presenter().change(SetItem{0, 4, u"その他"_s, ItemKind::Other, 0});
    settle(); // the office is asked for news meanwhile, and has it
    session->refresh();
    settle();
    EXPECT_EQ(now(id).items.size(), 3u);
    EXPECT_EQ(tree->model()->rowCount(), 2);
    Q_EMIT session->connectionRestored();
    settle();

    EXPECT_EQ(now(id).items.size(), 4u);
    EXPECT_EQ(tree->model()->rowCount(), 4);
}

TEST_F(MeetingsPageTest, DoesWhatOthersLeftAsItWas)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(office, sato, id,
                     InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Secretary, {}}}}));
    MeetingEditor &editor = edit(sato, id);
    PutPaper put = paperPut(0, 2);
    put.file = office.keep(u"工程.pdf"_s, "schedule");
    PutPaper next = paperPut(1, 1, 2);
    next.file = office.keep(u"予算.pdf"_s, "budget");

    ASSERT_TRUE(meet(office, kato, id, agendaItem(1, u"予算の骨子について"_s)));
    presenter().change(agendaItem(1, u"予算の概要について"_s));
    presenter().change(put, u"工程を入れました"_s);
    presenter().change(next);
    presenter().change(agendaItem(7)); // is not there
    presenter().change(HideItem{2, {}});
    settle();

    EXPECT_EQ(now(id).items[0].title, u"予算の骨子について"_s) << "both meant the same words";
    ASSERT_EQ(now(id).items[1].papers.size(), 1u);
    EXPECT_EQ(now(id).paper(1)->files.size(), 2u);
    EXPECT_TRUE(says(editor, u"予算の概要について"_s)) << "what is not done is named";
}

TEST_F(MeetingsPageTest, FinishesWhatWaitedForTheLineWhenOneLeaves)
{
    const MeetingId id = prepared();
    edit(sato, id);
    office.cut();
    presenter().change(SetItem{0, 3, u"その他"_s, ItemKind::Other, 0});
    presenter().change(HideItem{2, {suzuki}});
    m_window->goTo(u"meetings"_s); // back to the list
    settle();
    office.mend();
    EXPECT_EQ(now(id).items.size(), 2u);

    Q_EMIT session->connectionRestored();
    settle();

    EXPECT_EQ(now(id).items.size(), 3u);
    EXPECT_EQ(now(id).item(2)->hiddenFrom, std::vector<StaffId>{suzuki});
}

TEST_F(MeetingsPageTest, NumbersAPaperOnce)
{
    edit(sato, prepared());
    auto *intake = m_window->meetings()->findChild<PaperIntake *>();
    office.hold(Ask::Begin);
    const std::map<QString, QString> titles{{u"資料10 参考 他市の事例.pdf"_s, u"参考 他市の事例"_s},
                                            {u"資料２－１　工程.pdf"_s, u"工程"_s},
                                            {u"資料3_概要.pdf"_s, u"概要"_s},
                                            {u"資料10.pdf"_s, u"資料10"_s},
                                            {u"資料館の改修.pdf"_s, u"資料館の改修"_s}};
    for (const auto &[name, title] : titles) {
        intake->add(1, {writePaper(home.path(), name, {u"工程"_s})});
        EXPECT_EQ(intake->files().back().title, title);
    }
    office.release();
    settle();
}

TEST_F(MeetingsPageTest, GoesOnByItselfAfterAShortBreak)
{
    const MeetingId id = prepared();
    edit(sato, id);
    auto *intake = m_window->meetings()->findChild<PaperIntake *>();
    const auto in = [&](Incoming::State state) {
        return wait([&] { return !intake->files().empty() && intake->files()[0].state == state; });
    };
    office.hold(Ask::Begin);
    intake->add(1, {writePaper(home.path(), u"工程.pdf"_s, {u"工程"_s})});
    ASSERT_TRUE(wait([&] { return office.asked(Ask::Begin) == 1; }));
    office.cut();
    office.release();
    ASSERT_TRUE(in(Incoming::State::Stopped));
    office.mend(); // before the session has looked

    auto *retry = intake->findChild<QTimer *>(u"intakeRetry"_s);
    ASSERT_TRUE(retry->isActive());
    retry->start(0);

    ASSERT_TRUE(wait([&] { return now(id).paper(2) != nullptr; }, 60'000));
    EXPECT_TRUE(wait([&] { return intake->files().empty(); }));
}

TEST_F(MeetingsPageTest, KeepsAFileOfWhomAPaperWasAskedThatSomebodyPutFirst)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(
        office, sato, id,
        AskPaper{.paper = 2, .item = 2, .title = u"改修の工程"_s, .responsible = suzuki, .due = QDate(2026, 12, 1)}));
    MeetingsPage &page = openFor(suzuki);
    QTest::keyClick(find<QTableView>(page, u"meetingTable"_s), Qt::Key_Return);
    settle();
    auto *intake = page.findChild<PaperIntake *>();
    office.hold(Ask::ChangeMeeting);
    intake->put(2, writePaper(home.path(), u"工程.pdf"_s, {u"工程"_s}));
    ASSERT_TRUE(wait([&] { return office.asked(Ask::ChangeMeeting) > 0; }, 60'000));
    ASSERT_EQ(intake->files().size(), 1u);
    EXPECT_EQ(intake->files()[0].state, Incoming::State::Placing) << "it is not there yet";

    ASSERT_TRUE(meet(office, sato, id, paperPut(2, 2)));
    office.release();
    settle();

    ASSERT_EQ(intake->files().size(), 1u);
    EXPECT_EQ(intake->files()[0].state, Incoming::State::Failed);
    EXPECT_TRUE(says(page, u"改修の工程"_s));
    EXPECT_TRUE(find<QuietBanner>(page, u"readerBanner"_s)->isVisible());
    find<QPushButton>(page, u"intakeRetry"_s)->click();
    ASSERT_TRUE(wait([&] { return intake->files()[0].state == Incoming::State::Asking; }, 60'000));
    EXPECT_EQ(intake->files()[0].revision, 2);
}

TEST_F(MeetingsPageTest, SaysWhatIsMissingBeforeItIsPublished)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(
        office, sato, id,
        AskPaper{.paper = 2, .item = 2, .title = u"改修の工程"_s, .responsible = suzuki, .due = QDate(2026, 12, 1)}));
    MeetingEditor &editor = edit(sato, id);

    find<QPushButton>(editor, u"publishMeeting"_s)->click();

    const QString missing = find<QLabel>(editor, u"publishMissing"_s)->text();
    EXPECT_TRUE(missing.contains(u"改修の工程"_s)) << missing.toStdString();
    EXPECT_TRUE(missing.contains(memberName(*session->info().office, suzuki))) << missing.toStdString();
    EXPECT_TRUE(missing.contains(MeetingEditor::tr("Nobody else is invited.")));
    EXPECT_EQ(now(id).state, MeetingState::Draft);
    find<QPushButton>(editor, u"publishNow"_s)->click();
    settle();
    EXPECT_EQ(now(id).state, MeetingState::Published);
}

TEST_F(MeetingsPageTest, SaysThatAPaperIsAwaitedUntilAfterTheMeeting)
{
    Meeting meeting;
    meeting.day = QDate(2026, 12, 1);
    AgendaItem item{.id = 1, .no = 2, .title = u"庁舎の改修"_s};
    item.papers.push_back({.id = 1, .title = u"工程"_s, .responsible = suzuki, .due = QDate(2026, 12, 2)});
    meeting.items.push_back(item);
    const auto nameOf = [](StaffId) { return u"鈴木 一郎"_s; };

    EXPECT_TRUE(missingBeforePublishing(meeting, nameOf)
                    .contains(MeetingEditor::tr("%1 “%2” is awaited from %3 until %4, which is after the meeting.")
                                  .arg(u"資料2-1"_s, u"工程"_s, u"鈴木 一郎"_s, longDay(QDate(2026, 12, 2)))));
    EXPECT_EQ(awaitedTooLate(meeting, QDate(2026, 12, 1)), QStringList{u"資料2-1"_s});
    EXPECT_EQ(awaitedTooLate(meeting, QDate(2026, 12, 2)), QStringList());

    AgendaModel model;
    model.setMeeting(meeting, true);
    model.setNames(nameOf);
    const QModelIndex paper = model.index(0, 0, model.index(0, 0));
    EXPECT_TRUE(model.awaitedOf(paper).contains(u"鈴木 一郎"_s));
    const PaperFile file{};
    meeting.items[0].papers[0].files = {file, file};
    meeting.items[0].papers[0].files[1].late = true;
    model.setMeeting(meeting, true);
    EXPECT_TRUE(model.index(0, 0, model.index(0, 0))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(AgendaModel::tr("replaced after it was published")));
}

TEST_F(MeetingsPageTest, HidesAnItemFromAMember)
{
    const MeetingId id = published();
    MeetingEditor &editor = edit(sato, id);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({2, 0});
    auto *hide = find<QComboBox>(editor, u"hideFrom"_s);
    ASSERT_EQ(hide->count(), 2) << "nobody, and Kato: nothing is hidden from those who prepare it";

    hide->setCurrentIndex(1);
    Q_EMIT hide->activated(1);
    settle();

    EXPECT_EQ(now(id).item(2)->hiddenFrom, std::vector<StaffId>{kato});
    EXPECT_EQ(meetingOf(office, kato, id)->items.size(), 1u);
}

TEST_F(MeetingsPageTest, ShowsWhoIsAskedThatTheirPaperIsAwaited)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(
        office, sato, id,
        AskPaper{.paper = 2, .item = 2, .title = u"改修の工程"_s, .responsible = suzuki, .due = QDate(2026, 12, 1)}));

    MeetingsPage &page = openFor(suzuki);
    auto *table = find<QTableView>(page, u"meetingTable"_s);
    const QString news = table->model()->index(1, MeetingModel::News).data().toString();
    EXPECT_TRUE(news.contains(u"2026-12-01"_s)) << news.toStdString();
    QTest::keyClick(table, Qt::Key_Return);
    settle();

    EXPECT_TRUE(page.reader()->isVisible());
    EXPECT_NE(find<QPushButton>(page, u"putAwaited"_s), nullptr);
    EXPECT_TRUE(says(page, u"改修の工程"_s));
    EXPECT_FALSE(find<QPushButton>(page, u"editMeeting"_s)->isVisible());
}

TEST_F(MeetingsPageTest, CountsWhatPressesInTheNavigation)
{
    published(SmallOffice::today().addDays(2));
    published();
    MeetingsPage &page = openFor(kato);
    QSignalSpy counted(&page, &MeetingsPage::counted);
    session->refresh();
    ASSERT_TRUE(wait([&] { return !counted.isEmpty(); }));
    EXPECT_EQ(counted.back()[0].toInt(), 1) << "the one of today";
}

TEST(PageChanges, CountsEveryPageOfBothOnce)
{
    const std::vector<PageMove> moves{{0, false}, {2, false}, {1, true}, {std::nullopt, false}};

    EXPECT_EQ(pageChanges(moves, 5), (PageChanges{.unchanged = 1, .moved = 1, .changed = 1, .removed = 1, .added = 2}));
}

} // namespace kessai::test
