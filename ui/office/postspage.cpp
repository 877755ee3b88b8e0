// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/postspage.h"

#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/office/officepresenter.h"
#include "ui/office/reroutecard.h"
#include "ui/office/standinseditor.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchablebox.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPostWidth = 260;
constexpr int kReasonWidth = 240;
constexpr int kNumbersShown = 5;

} // namespace

PostsPage::PostsPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new OfficePresenter(session, this)),
      m_banner(new QuietBanner(this)), m_stranded(new Card(this)), m_strandedRows(new QVBoxLayout),
      m_reroute(new RerouteCard(session, *m_presenter, this)), m_successions(new Card(this)),
      m_successionRows(new QVBoxLayout), m_oldRoom(new QWidget(this)), m_newRoom(new QWidget(this)),
      m_from(dayEdit(session.info().today, tr("From"), "successorFrom", this)),
      m_add(new QPushButton(tr("Register the successor (&S)"), this)), m_standIns(new Card(this)),
      m_editor(new StandInsEditor(this))
{
    setObjectName(QStringLiteral("postsPage"));
    build();
    connect(m_presenter, &OfficePresenter::strandedRead, this, &PostsPage::showStranded);
    connect(m_presenter, &OfficePresenter::postsRead, this, &PostsPage::showPosts);
    connect(m_presenter, &OfficePresenter::busyChanged, m_editor, &StandInsEditor::setBusy);
    connect(m_presenter, &OfficePresenter::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_presenter, &OfficePresenter::changeFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Warning, errorText(error).both()); });
    connect(m_presenter, &OfficePresenter::rerouteFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Warning, rerouteText(error).both()); });
    connect(m_presenter, &OfficePresenter::changed, this, [this](const QString &done) {
        m_banner->clear();
        m_from->setDate(m_session.info().today);
        refresh();
        Q_EMIT recorded(done);
    });
    connect(m_editor, &StandInsEditor::registered, this, [this](const SetStandIns &list, const QString &decider) {
        m_presenter->change(list, tr("The stand-ins of %1 are registered.").arg(decider));
    });
    connect(m_reroute, &RerouteCard::finished, this, &PostsPage::takeFocus);
    connect(&m_session, &DeskSession::infoChanged, this, &PostsPage::refresh);
    connect(&m_session, &DeskSession::listsChanged, this, [this] {
        if (concerns(m_session.info()))
            m_presenter->readStranded(); // a case that goes on may have come to a post that nobody holds
    });
    refresh();
}

bool PostsPage::concerns(const DeskInfo &info)
{
    return info.rights.administrator || looksAfterTheRest(*info.office, info.me.id);
}

void PostsPage::build()
{
    m_banner->hide();
    m_stranded->setTitle(tr("Waiting for nobody"),
                         tr("Steps of vacant posts, of people who have left, and of people who are away for long "
                            "with nobody in their place."));
    m_stranded->body()->addLayout(m_strandedRows);

    m_successions->setTitle(tr("Successors of abolished posts"),
                            tr("What waits for the old post waits for the new one."));
    m_successions->body()->setSpacing(metric::kFieldGap);
    m_successions->body()->addLayout(m_successionRows);
    for (QWidget *room : {m_oldRoom, m_newRoom})
        (new QVBoxLayout(room))->setContentsMargins({});
    m_from->setDate(m_session.info().today);
    m_add->setObjectName(QStringLiteral("addSuccessor"));
    m_add->setMinimumHeight(metric::kControlHeight);
    auto *posts = new QHBoxLayout;
    posts->setSpacing(metric::kFieldGap);
    posts->addWidget(labelled(tr("Abolished post"), m_oldRoom, this), 1);
    posts->addWidget(labelled(tr("Successor"), m_newRoom, this), 1);
    m_successions->body()->addLayout(posts);
    m_successions->body()->addLayout(entryLine({labelled(tr("From"), m_from, this)}, m_add));
    connect(m_from, &DateEdit::edited, this, &PostsPage::checkSuccessor);
    connect(m_add, &QPushButton::clicked, this, &PostsPage::addSuccessor);

    m_standIns->setTitle(tr("Stand-ins"), tr("While a decider is away, the first in the list who is there decides."));
    m_standIns->body()->addWidget(m_editor);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(cardColumn({m_stranded, m_reroute, m_successions, m_standIns}, this), 1);
}

void PostsPage::begin()
{
    m_banner->clear();
    refresh();
}

void PostsPage::takeFocus()
{
    if (m_old)
        m_old->setFocus(Qt::OtherFocusReason);
}

void PostsPage::refresh()
{
    if (!concerns(m_session.info()))
        return;
    m_standIns->setVisible(m_session.info().rights.administrator);
    m_presenter->readPosts();
    m_presenter->readStranded();
}

void PostsPage::showPosts(const PostSheet &sheet)
{
    const QDate today = m_session.info().today;
    if (sheet == m_sheet && m_shownOn == today)
        return; // what somebody is writing stays
    const auto focusHere = [this] { return isAncestorOf(QApplication::focusWidget()); };
    const bool working = focusHere();
    m_sheet = sheet;
    m_shownOn = today;
    emptyLayout(*m_successionRows);
    for (const Dated<Succession> &row : sheet.successions) {
        const QString name = sheet.names.value(row.value.post);
        //: An abolished post and the one its work went to.
        const RegisteredRow line = registeredRow(tr("%1 → %2").arg(name, sheet.names.value(row.value.successor)),
                                                 periodText(row.from, row.until), this);
        QPushButton *end = rowButton(tr("End"), name, line.widget);
        end->setObjectName(QStringLiteral("endSuccession"));
        line.layout->addWidget(end);
        connect(end, &QPushButton::clicked, this,
                [this, row] { lead(row.value.post, {}, std::max(row.from, m_session.info().today)); });
        m_successionRows->addWidget(line.widget);
    }
    if (sheet.successions.empty())
        m_successionRows->addWidget(emptyRow(tr("No successor is registered."), this));

    delete m_old;
    m_old = postsBox(sheet, sheet.abolished, tr("Abolished post"), m_oldRoom);
    m_old->setObjectName(QStringLiteral("abolishedPost"));
    m_oldRoom->layout()->addWidget(m_old);
    m_oldRoom->setFocusProxy(m_old);
    delete m_new;
    m_new = postsBox(sheet, sheet.posts, tr("Successor"), m_newRoom);
    m_new->setObjectName(QStringLiteral("successorPost"));
    m_newRoom->layout()->addWidget(m_new);
    m_newRoom->setFocusProxy(m_new);
    for (QComboBox *box : {m_old, m_new})
        connect(box, &QComboBox::activated, this, &PostsPage::checkSuccessor);
    checkSuccessor();
    m_editor->show(sheet, today);
    showSteps(); // they are written with the names that have just been read
    if (working && !focusHere())
        takeFocus(); // what one pressed has gone
}

void PostsPage::showStranded(const std::vector<StrandedStep> &steps)
{
    if (m_steps == steps)
        return;
    m_steps = steps;
    showSteps();
    Q_EMIT strandedCounted(int(steps.size()));
}

void PostsPage::showSteps()
{
    if (!m_steps)
        return;
    const std::vector<StrandedStep> &steps = *m_steps;
    const auto written = writtenActing();
    emptyLayout(*m_strandedRows);
    m_acting.clear();
    std::vector<Assignee> shown;
    for (const StrandedStep &step : steps) {
        if (std::find(shown.begin(), shown.end(), step.who) != shown.end())
            continue;
        shown.push_back(step.who);
        std::vector<StrandedStep> same;
        std::copy_if(steps.begin(), steps.end(), std::back_inserter(same),
                     [&](const StrandedStep &other) { return other.who == step.who; });
        m_strandedRows->addWidget(strandedRow(step.who, same));
    }
    if (steps.empty())
        m_strandedRows->addWidget(emptyRow(tr("Nothing waits for nobody."), this));
    putBack(written);
    m_reroute->setSteps(steps);
}

/// What somebody is writing of who acts where.
std::vector<PostsPage::WrittenActing> PostsPage::writtenActing() const
{
    std::vector<WrittenActing> all;
    for (const ActingFields &one : m_acting)
        all.push_back({one.post, one.who->currentData(), one.why->text(),
                       one.why->hasFocus()                                          ? ActingFocus::Reason
                           : one.who->hasFocus() || one.who->lineEdit()->hasFocus() ? ActingFocus::Person
                                                                                    : ActingFocus::None});
    return all;
}

/// What was written stays while its post is vacant, and the keyboard with it.
void PostsPage::putBack(const std::vector<WrittenActing> &written)
{
    for (const WrittenActing &one : written) {
        const auto there = std::find_if(m_acting.begin(), m_acting.end(),
                                        [&](const ActingFields &fields) { return fields.post == one.post; });
        if (there == m_acting.end())
            continue;
        if (const int person = there->who->findData(one.person); person > 0)
            there->who->setCurrentIndex(person);
        there->why->setText(one.reason);
        there->check();
        if (one.focus == ActingFocus::Reason)
            there->why->setFocus(Qt::OtherFocusReason);
        else if (one.focus == ActingFocus::Person)
            there->who->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *PostsPage::strandedRow(const Assignee &who, const std::vector<StrandedStep> &steps)
{
    const Office &office = *m_session.info().office;
    const auto *post = std::get_if<PostId>(&who);
    const bool abolished = post && !office.post(*post);
    const bool vacant = post && !abolished && office.holders(*post).empty();
    const QString name = post ? m_sheet.names.value(*post) : personText(office, std::get<StaffId>(who));
    QStringList numbers;
    for (size_t i = 0; i < steps.size() && i < kNumbersShown; ++i)
        numbers.append(strandedText(steps[i], m_session.info().forms));
    if (steps.size() > kNumbersShown)
        numbers.append(QStringLiteral("…"));
    QString caption = numbers.join(QStringLiteral("、"));
    if (!abolished)
        caption += QLatin1Char('\n') + wayOut(who, vacant);
    const RegisteredRow line = registeredRow(
        tr("%1 ・ %n step(s), the oldest since %2", nullptr, int(steps.size()))
            .arg(name,
                 steps.front().arrivedAt ? shortTime(*steps.front().arrivedAt, m_session.info().today) : QString()),
        caption, this);
    if (abolished) {
        QComboBox *successor = postsBox(m_sheet, m_sheet.posts, tr("Successor of %1").arg(name), line.widget);
        successor->setObjectName(QStringLiteral("strandedSuccessor"));
        successor->setFixedWidth(grown(kPostWidth));
        QPushButton *hand = rowButton(tr("Hand over"), name, line.widget);
        hand->setObjectName(QStringLiteral("handOver"));
        hand->setEnabled(false);
        line.layout->addWidget(successor);
        line.layout->addWidget(hand);
        connect(successor, &QComboBox::activated, hand,
                [successor, hand] { hand->setEnabled(successor->currentData().toLongLong() > 0); });
        connect(hand, &QPushButton::clicked, this, [this, successor, old = *post] {
            lead(old, chosen<PostId>(successor->currentData().toLongLong()), m_session.info().today);
        });
    }
    return vacant && m_session.info().rights.administrator ? withActing(*post, name, line.widget) : line.widget;
}

QString PostsPage::wayOut(const Assignee &who, bool vacant) const
{
    if (vacant)
        return tr("The post is vacant: it goes on when somebody is appointed, or a superior pulls it up.");
    const auto *person = std::get_if<StaffId>(&who);
    if (person && !m_session.info().office->staff(*person))
        return tr("This person has left: an administrator addresses it to another post.");
    return tr("Nobody who may act on it is there for long: it goes on when a deputy is registered, a superior pulls it "
              "up, or an administrator addresses it to another post.");
}

/// A vacant post, and who holds it as acting so that what waits for it goes on.
QWidget *PostsPage::withActing(PostId post, const QString &name, QWidget *row)
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(row);
    QComboBox *who = peopleBox(*m_session.info().office, tr("Who acts as %1").arg(name), m_session.info().me.id, both);
    who->setObjectName(QStringLiteral("actingPerson"));
    if (const int me = who->findData(m_session.info().me.id.value()); me > 0)
        who->removeItem(me); // nobody appoints themselves
    who->setFixedWidth(grown(kPostWidth));
    auto *why = new QLineEdit(both);
    why->setObjectName(QStringLiteral("actingReason"));
    why->setAccessibleName(tr("Reason"));
    why->setPlaceholderText(tr("Why, such as a long illness"));
    why->setMaxLength(200);
    why->setMinimumWidth(grown(kReasonWidth));
    why->setMinimumHeight(metric::kControlHeight);
    auto *appoint = pageButton(tr("Appoint as acting"), "appointActing", both);
    appoint->setEnabled(false);
    column->addLayout(entryLine({who, why}, appoint));
    const auto check = [who, why, appoint] {
        appoint->setEnabled(who->currentData().toLongLong() > 0 && !why->text().trimmed().isEmpty());
    };
    m_acting.push_back({post, who, why, check});
    connect(who, &QComboBox::activated, appoint, check);
    connect(why, &QLineEdit::textChanged, appoint, check);
    connect(appoint, &QPushButton::clicked, this, [this, post, name, who, why] {
        const auto person = chosen<StaffId>(who->currentData().toLongLong());
        if (person && !isUnsettled(*who))
            m_presenter->appointActing(
                post, *person, why->text().trimmed(),
                tr("%1 acts as %2 from today on.").arg(personText(*m_session.info().office, *person), name));
    });
    return both;
}

void PostsPage::lead(PostId post, std::optional<PostId> successor, const QDate &from)
{
    const QString name = m_sheet.names.value(post);
    m_presenter->change(SetSuccessor{post, successor, from},
                        successor ? tr("What waits for %1 goes to %2.").arg(name, m_sheet.names.value(*successor))
                                  : tr("%1 has no successor any more.").arg(name));
}

void PostsPage::addSuccessor()
{
    const auto old = chosen<PostId>(m_old->currentData().toLongLong());
    const auto from = m_from->date();
    if (old && from)
        lead(*old, chosen<PostId>(m_new->currentData().toLongLong()), *from);
}

void PostsPage::checkSuccessor()
{
    const auto from = m_from->date();
    m_add->setEnabled(m_old && m_old->currentData().toLongLong() > 0 && m_new->currentData().toLongLong() > 0
                      && m_old->currentData() != m_new->currentData() && from && *from >= m_session.info().today);
}

} // namespace kessai
