// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/reroutecard.h"

#include "core/cases/reroute.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/office/officeparts.h"
#include "ui/office/officepresenter.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kRerouteWidth = 260;
constexpr int kLongestWhyRerouted = 200;
constexpr int kReasonWidthRerouted = 420;

/// The first open assignment of a case that is addressed to somebody.
std::optional<AssignmentRef> openSeat(const Case &route, const Assignee &who)
{
    for (const Step &step : route.steps) {
        for (const Assignment &assignment : step.assignments) {
            if (step.blocks() && assignment.state == AssignmentState::Open && assignment.who == who)
                return AssignmentRef{step.no, assignment.no};
        }
    }
    return std::nullopt;
}

} // namespace

RerouteCard::RerouteCard(DeskSession &session, OfficePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_case(new QComboBox(this)),
      m_post(postsBox({}, {}, tr("To which post"), this)), m_why(new QLineEdit(this)),
      m_move(pageButton(tr("Address it there"), "reroute", this)), m_note(new TextLabel(TextRole::Caption, this))
{
    m_case->setObjectName(QStringLiteral("rerouteCase"));
    m_case->setAccessibleName(tr("Case"));
    m_case->setMinimumHeight(metric::kControlHeight);
    m_case->setFixedWidth(grown(kRerouteWidth));
    m_post->setObjectName(QStringLiteral("reroutePost"));
    m_post->setFixedWidth(grown(kRerouteWidth));
    m_why->setObjectName(QStringLiteral("rerouteReason"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setPlaceholderText(tr("Why; it stands in the history of the case"));
    m_why->setMaxLength(kLongestWhyRerouted);
    m_why->setMinimumHeight(metric::kControlHeight);
    m_why->setMinimumWidth(grown(kReasonWidthRerouted));
    m_note->setObjectName(QStringLiteral("rerouteNote"));
    m_note->setWordWrap(true);
    auto *card = new Card(this);
    card->setTitle(tr("Address one case to another post"),
                   tr("Only whom it waits for changes. A decision goes to a superior only."));
    card->body()->setSpacing(metric::kFieldGap);
    card->body()->addLayout(
        entryLine({labelled(tr("Case"), m_case, card), labelled(tr("To which post"), m_post, card)}));
    card->body()->addLayout(entryLine({labelled(tr("Reason"), m_why, card)}, m_move));
    card->body()->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(card);
    m_asking = askTwice(*m_move, tr("Press again: it stays in the history"), [this] { reroute(); });
    connect(m_case, &QComboBox::activated, this, &RerouteCard::renew);
    connect(m_case, &QComboBox::activated, this, &RerouteCard::askRoute);
    connect(m_post, &QComboBox::activated, this, &RerouteCard::renew);
    connect(m_why, &QLineEdit::textChanged, this, &RerouteCard::renew);
    connect(&m_presenter, &OfficePresenter::routeRead, this, &RerouteCard::showRoute);
    connect(&m_presenter, &OfficePresenter::busyChanged, this, &RerouteCard::check);
    hide();
}

const StrandedStep *RerouteCard::step() const
{
    const int at = m_case->currentIndex();
    return at >= 0 && size_t(at) < m_steps.size() ? &m_steps[size_t(at)] : nullptr;
}

void RerouteCard::setSteps(const std::vector<StrandedStep> &steps)
{
    const auto before = step() ? std::optional(*step()) : std::nullopt;
    m_steps = steps;
    const bool offered = !steps.empty() && m_session.info().rights.administrator;
    if (!offered && isAncestorOf(QApplication::focusWidget()))
        Q_EMIT finished();
    setVisible(offered);
    const QSignalBlocker quiet(m_case);
    m_case->clear();
    for (const StrandedStep &one : m_steps)
        m_case->addItem(strandedText(one, m_session.info().forms));
    const auto same = before ? std::find(m_steps.begin(), m_steps.end(), *before) : m_steps.end();
    m_case->setCurrentIndex(same == m_steps.end() ? (m_steps.empty() ? -1 : 0) : int(same - m_steps.begin()));
    if (same == m_steps.end())
        m_why->clear();
    if (offered)
        askRoute();
}

void RerouteCard::askRoute()
{
    const StrandedStep *one = step();
    if (!one || !m_route || m_route->id != one->id) {
        m_route.reset();
        m_seat.reset();
    }
    if (one)
        m_presenter.readRoute(one->id);
    check();
}

void RerouteCard::showRoute(const Case &route, const std::shared_ptr<const Office> &seen)
{
    const StrandedStep *one = step();
    if (!one || one->id != route.id || !m_session.info().rights.administrator)
        return;
    if (m_route == route && m_office == m_session.info().office)
        return; // what somebody is choosing stays
    // A post is chosen for one case, not for the next one.
    const QVariant chosenBefore = m_route && m_route->id == route.id ? m_post->currentData() : QVariant();
    m_asking->giveUp(); // it was asked of the route as it stood
    m_route = route;
    m_office = m_session.info().office;
    m_seat = openSeat(route, one->who);
    const QSignalBlocker quiet(m_post);
    while (m_post->count() > 1)
        m_post->removeItem(m_post->count() - 1); // the first is nobody
    m_attended = m_seat && !waitsForNobody(route, *m_seat, *seen);
    const std::vector<PostId> posts =
        m_seat ? postsToReroute(route, *m_seat, m_session.info().me.id, *seen) : std::vector<PostId>();
    for (const PostId post : posts)
        addEntry(*m_post, postLabel(*seen, post), post.value());
    m_post->setCurrentIndex(std::max(m_post->findData(chosenBefore), 0));
    check();
}

QString RerouteCard::whatIsMissing() const
{
    if (!m_route)
        return {};
    if (m_attended)
        return tr("By what you registered or changed yourself nobody is there: another administrator addresses it, or "
                  "you register a deputy or somebody to hold the post.");
    if (m_post->count() == 1)
        return tr("You are asked about this case yourself, or there is no post to which it may go.");
    return m_seat ? tr("It waits for %1. Where it is returned and filed again, the rules say anew whom it asks.")
                        .arg(kindWord(m_route->step(m_seat->step)->kind))
                  : QString();
}

/// Something else is written now: what was asked was of something else.
void RerouteCard::renew()
{
    m_asking->giveUp();
    check();
}

void RerouteCard::check()
{
    const QString missing = whatIsMissing();
    const StrandedStep *one = step();
    m_note->setText(missing);
    m_note->setVisible(!missing.isEmpty());
    m_move->setEnabled(one && m_route && m_seat && m_post->currentData().toLongLong() > 0 && !isUnsettled(*m_post)
                       && !m_why->text().trimmed().isEmpty() && !m_presenter.busy());
}

void RerouteCard::reroute()
{
    const auto post = chosen<PostId>(m_post->currentData().toLongLong());
    const StrandedStep *one = step();
    if (!post || !one || !m_route || !m_seat)
        return;
    m_case->setFocus(Qt::OtherFocusReason); // the button is at rest meanwhile, and the next case is chosen here
    m_presenter.reroute(m_route->id, m_route->seq, Reroute{*m_seat, *post, m_why->text().trimmed()},
                        tr("%1 goes on at %2.").arg(one->number, postLabel(*m_session.info().office, *post)));
}

} // namespace kessai
