// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/deputyentry.h"

#include "ui/formview/dateedit.h"
#include "ui/formview/timetext.h"
#include "ui/office/officeparts.h"
#include "ui/office/placedtext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWordLines = 3; ///< kept free for what is given: the page does not move while one chooses

/// The 課 somebody works in.
std::optional<SectionId> homeOf(const Office &office, StaffId who)
{
    const auto post = office.primaryPost(who);
    if (!post)
        return std::nullopt;
    const SectionId own = office.post(*post)->section;
    return office.ancestor(own, SectionLevel::Section).value_or(own);
}

/// Whether they are of another 課.
bool isFar(const Office &office, StaffId principal, StaffId deputy)
{
    return homeOf(office, principal) != homeOf(office, deputy);
}

QString requestsText(const Deputyship &deputyship, const std::vector<FormDefinition> &forms)
{
    if (deputyship.forms.isEmpty())
        return DeputyEntry::tr("all requests");
    Deputyship kinds = deputyship;
    kinds.upTo.reset();
    return limitText(kinds, forms);
}

QString amountText(const std::optional<qint64> &upTo)
{
    return upTo ? DeputyEntry::tr("up to %1 yen").arg(QLocale(QLocale::English).toString(*upTo))
                : DeputyEntry::tr("of any amount");
}

QString daysText(const RegisterDeputy &change)
{
    const QString from = dayTextWithWeekday(change.from);
    const QString until = dayTextWithWeekday(change.until);
    if (!change.deputyship.whenAbsent)
        return DeputyEntry::tr("on all days from %1 to %2").arg(from, until);
    return change.until.isValid() ? DeputyEntry::tr("on days of absence from %1 to %2").arg(from, until)
                                  : DeputyEntry::tr("on days of absence from %1 on, without an end").arg(from);
}

} // namespace

DeputyEntry::DeputyEntry(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_principal(session.info().me.id), m_deputyRoom(new QWidget(this)),
      m_when(new QComboBox(this)), m_forms(new QPushButton(this)), m_upTo(new QLineEdit(this)),
      m_from(dayEdit(session.info().today, tr("First day"), "deputyFrom", this)),
      m_until(dayEdit(session.info().today, tr("Last day"), "deputyUntil", this)),
      m_words(new TextLabel({}, TextRole::Caption, this)),
      m_register(pageButton(tr("Register the deputy (&D)"), "addDeputy", this))
{
    build();
    open(m_principal);
    connect(m_upTo, &QLineEdit::textEdited, this, &DeputyEntry::check);
    connect(m_when, &QComboBox::currentIndexChanged, this, &DeputyEntry::check);
    connect(m_from, &DateEdit::edited, this, &DeputyEntry::check);
    connect(m_until, &DateEdit::edited, this, &DeputyEntry::check);
    connect(m_register, &QPushButton::clicked, this, &DeputyEntry::registerDeputy);
}

void DeputyEntry::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kFieldGap);
    auto *room = new QHBoxLayout(m_deputyRoom);
    room->setContentsMargins({});
    m_when->setObjectName(QStringLiteral("deputyWhen"));
    m_when->setAccessibleName(tr("When"));
    m_when->setMinimumHeight(metric::kControlHeight);
    m_when->addItem(tr("On days of absence"), true);
    m_when->addItem(tr("On all days of a period"), false);
    auto *whom = new QHBoxLayout;
    whom->setSpacing(metric::kFieldGap);
    whom->addWidget(labelled(tr("Deputy"), m_deputyRoom, this), 1);
    whom->addWidget(labelled(tr("When"), m_when, this));
    column->addLayout(whom);
    m_forms->setObjectName(QStringLiteral("deputyForms"));
    m_forms->setMinimumHeight(metric::kControlHeight);
    m_forms->setMenu(new QMenu(m_forms));
    m_upTo->setObjectName(QStringLiteral("deputyUpTo"));
    m_upTo->setAccessibleName(tr("Up to (yen)"));
    m_upTo->setPlaceholderText(tr("Any amount"));
    m_upTo->setMinimumHeight(metric::kControlHeight);
    column->addLayout(entryLine({labelled(tr("Requests"), m_forms, this), labelled(tr("Up to (yen)"), m_upTo, this)}));
    column->addLayout(entryLine({labelled(tr("First day"), m_from, this), labelled(tr("Last day"), m_until, this)}));
    m_words->setObjectName(QStringLiteral("deputyWords"));
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(kWordLines * m_words->fontMetrics().lineSpacing());
    auto *last = new QHBoxLayout;
    last->setSpacing(metric::kFieldGap);
    last->addWidget(m_words, 1);
    last->addWidget(m_register, 0, Qt::AlignVCenter);
    column->addLayout(last);
}

void DeputyEntry::open(StaffId principal)
{
    m_principal = principal;
    m_when->setCurrentIndex(0);
    fillPeople();
    clear();
}

/// Everybody but who cannot be: the principal, and the administrator who would make themselves somebody's deputy.
void DeputyEntry::fillPeople()
{
    delete m_deputy;
    m_deputy = peopleBox(*m_session.info().office, tr("Deputy"), m_principal, m_deputyRoom);
    m_deputy->setObjectName(QStringLiteral("deputy"));
    for (const StaffId one : {m_principal, m_session.info().me.id}) {
        if (const int at = m_deputy->findData(one.value()); at >= 0)
            m_deputy->removeItem(at);
    }
    m_deputyRoom->layout()->addWidget(m_deputy);
    m_deputyRoom->setFocusProxy(m_deputy);
    connect(m_deputy, &QComboBox::activated, this, &DeputyEntry::check);
    connect(m_deputy->lineEdit(), &QLineEdit::textChanged, this, &DeputyEntry::check);
}

/// The forms as they are today, none of them chosen.
void DeputyEntry::fillForms()
{
    QMenu *menu = m_forms->menu();
    menu->clear();
    const auto describe = [this, menu] {
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (action->isChecked())
                names.append(action->text());
        }
        const QString text = names.isEmpty() ? tr("All kinds")
            : names.size() == 1              ? names.front()
                                             : tr("%n kind(s)", nullptr, int(names.size()));
        m_forms->setText(text);
        //: The button that limits a deputy to some kinds of requests, and what is chosen.
        m_forms->setAccessibleName(tr("Requests: %1").arg(text));
        check();
    };
    for (const FormDefinition &form : m_session.info().forms) {
        QAction *action = menu->addAction(form.name.text(englishWording()));
        action->setCheckable(true);
        action->setData(form.code);
        connect(action, &QAction::toggled, m_forms, describe);
    }
    describe();
}

void DeputyEntry::clear()
{
    m_deputy->setCurrentIndex(0);
    m_from->setDate(m_session.info().today);
    m_until->setText({});
    m_upTo->clear();
    fillForms();
}

void DeputyEntry::registerDeputy()
{
    const auto deputy = chosen<StaffId>(m_deputy->currentData().toLongLong());
    if (!deputy || !missing(deputy).isEmpty())
        return;
    m_deputy->setFocus(Qt::OtherFocusReason); // the button will have nothing more to do
    Q_EMIT registered(written(*deputy));
}

void DeputyEntry::check()
{
    m_until->setPlaceholderText(m_when->currentData().toBool() ? tr("No end") : QString());
    const auto deputy = isUnsettled(*m_deputy) ? std::nullopt : chosen<StaffId>(m_deputy->currentData().toLongLong());
    const QString lacks = missing(deputy);
    m_words->setText(lacks.isEmpty() ? granted(written(*deputy)) : lacks);
    m_words->setToken(lacks.isEmpty() && isFar(*m_session.info().office, m_principal, *deputy) ? Token::WarnText
                                                                                               : Token::Text2);
    m_register->setEnabled(lacks.isEmpty());
    m_register->setAccessibleDescription(m_words->text());
}

/// Why nothing can be registered as it is written; empty where it can.
QString DeputyEntry::missing(const std::optional<StaffId> &deputy) const
{
    if (!deputy)
        return whyNobody();
    if (!m_upTo->text().isEmpty() && !readNumber(m_upTo->text()))
        return tr("The amount is no number of yen.");
    const auto from = m_from->date();
    if (!from || *from < m_session.info().today)
        return tr("A deputy begins today or later.");
    const auto until = m_until->date();
    if (!until && m_until->text().isEmpty())
        return m_when->currentData().toBool() ? QString() : tr("For all days of a period, write its last day.");
    return until && *from <= *until ? QString() : tr("The last day is no day from the first one on.");
}

/// People type the name of who cannot be chosen, and look for it in vain.
QString DeputyEntry::whyNobody() const
{
    if (!isUnsettled(*m_deputy))
        return tr("Choose who acts, and what is given stands here.");
    const QString typed = soughtBy(m_deputy->currentText().trimmed());
    const Office &office = *m_session.info().office;
    const auto means = [&](StaffId who) {
        const Staff *one = office.staff(who);
        return one && !typed.isEmpty() && foundBy(placedText(office, who), one->kana).contains(typed);
    };
    const bool offered = std::any_of(office.allStaff().begin(), office.allStaff().end(), [&](const Staff &one) {
        return m_deputy->findData(one.id.value()) > 0 && means(one.id);
    });
    if (offered)
        return unsettledText(*m_deputy);
    if (means(m_session.info().me.id))
        return mine() ? tr("Nobody is their own deputy.")
                      : tr("Nobody makes themselves somebody's deputy. Another administrator does that.");
    return means(m_principal) ? tr("Nobody is their own deputy.") : unsettledText(*m_deputy);
}

/// What somebody is about to be given, in one sentence.
QString DeputyEntry::granted(const RegisterDeputy &change) const
{
    const Office &office = *m_session.info().office;
    const auto &forms = m_session.info().forms;
    const QString deputy = placedText(office, change.deputyship.deputy);
    const QString requests = requestsText(change.deputyship, forms);
    const QString amount = amountText(change.deputyship.upTo);
    //: Who acts, which requests, up to which amount, on which days.
    const QString all = mine()
        ? tr("%1 will act in your place: %2, %3, %4.").arg(deputy, requests, amount, daysText(change))
        //: Who acts, for whom, which requests, up to which amount, on which days.
        : tr("%1 will act in the place of %2: %3, %4, %5.")
              .arg(deputy, placedText(office, m_principal), requests, amount, daysText(change));
    return isFar(office, m_principal, change.deputyship.deputy)
        ? tr("They are of another section.") + QLatin1Char(' ') + all
        : all;
}

RegisterDeputy DeputyEntry::written(StaffId deputy) const
{
    Deputyship written{m_principal, deputy, m_when->currentData().toBool()};
    for (const QAction *action : m_forms->menu()->actions()) {
        if (action->isChecked())
            written.forms.append(action->data().toString());
    }
    written.forms.sort();
    written.upTo = readNumber(m_upTo->text());
    return {written, m_from->date().value_or(QDate()), m_until->date().value_or(QDate())};
}

bool DeputyEntry::mine() const
{
    return m_principal == m_session.info().me.id;
}

} // namespace kessai
