// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/absencepage.h"

#include "ui/errortext.h"
#include "ui/formview/dateedit.h"
#include "ui/office/deputyentry.h"
#include "ui/office/officeparts.h"
#include "ui/office/officepresenter.h"
#include "ui/office/placedtext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kKindWidth = 150;

/// The days of a deputyship, and the cases where they are not all.
QString withLimit(const QString &days, const Deputyship &deputyship, const DeskSession &session)
{
    const QString limit = limitText(deputyship, session.info().forms);
    //: The days of a deputyship, and what it is limited to.
    return limit.isEmpty() ? days : AbsencePage::tr("%1 ・ %2").arg(days, limit);
}

} // namespace

AbsencePage::AbsencePage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new OfficePresenter(session, this)), m_who(session.info().me.id),
      m_banner(new QuietBanner(this)), m_whoLine(new QWidget(this)), m_absences(new Card(this)),
      m_absenceRows(new QVBoxLayout), m_kind(new QComboBox(this)),
      m_from(dayEdit(session.info().today, tr("First day"), "absenceFrom", this)),
      m_until(dayEdit(session.info().today, tr("Last day"), "absenceUntil", this)), m_passOver(new QCheckBox(this)),
      m_addAbsence(pageButton(tr("Register the absence (&A)"), "addAbsence", this)), m_deputies(new Card(this)),
      m_deputyRows(new QVBoxLayout), m_entry(new DeputyEntry(session, this)), m_principals(new Card(this)),
      m_principalRows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("absencePage"));
    m_banner->hide();
    buildAbsences();
    buildDeputies();
    m_principals->setTitle(tr("You act for"));
    m_principals->body()->addLayout(m_principalRows);
    m_principals->hide();

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(cardColumn({buildWho(), m_absences, m_deputies, m_principals}, this), 1);

    connect(m_presenter, &OfficePresenter::absencesRead, this, &AbsencePage::showSheet);
    connect(m_presenter, &OfficePresenter::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_presenter, &OfficePresenter::changeFailed, this, [this](const Error &error) {
        m_undo.reset();
        m_banner->say(BannerKind::Warning, errorText(error).both());
        checkAbsence();
        m_entry->check();
    });
    connect(m_presenter, &OfficePresenter::changed, this, [this](const QString &done) {
        m_banner->clear();
        clearEntries();
        refresh();
        if (const auto undo = std::exchange(m_undo, std::nullopt))
            Q_EMIT undoOffered(done,
                               [this, undo] { m_presenter->change(*undo, tr("The absence is registered again.")); });
        else
            Q_EMIT recorded(done);
    });
    connect(&m_session, &DeskSession::infoChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    fillPeople();
    clearEntries();
}

QWidget *AbsencePage::buildWho()
{
    auto *line = new QHBoxLayout(m_whoLine);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    line->addWidget(new TextLabel(tr("Whose days"), TextRole::Caption, m_whoLine));
    m_whoLine->setVisible(m_session.info().rights.administrator);
    return m_whoLine;
}

void AbsencePage::buildAbsences()
{
    m_absences->setTitle(tr("Absence"),
                         tr("What waits and what comes meanwhile goes to the deputy; without one it waits. A decided "
                            "leave of whole days "
                            "counts by itself."));
    m_absences->body()->setSpacing(metric::kFieldGap);
    m_absences->body()->addLayout(m_absenceRows);
    m_kind->setObjectName(QStringLiteral("absenceKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setMinimumHeight(metric::kControlHeight);
    m_kind->setFixedWidth(grown(kKindWidth));
    for (const AbsenceKind kind : {AbsenceKind::Leave, AbsenceKind::Trip, AbsenceKind::Training, AbsenceKind::Other})
        m_kind->addItem(absenceWord(kind), int(kind));
    m_until->setPlaceholderText(tr("Empty for one day"));
    m_passOver->setObjectName(QStringLiteral("passOver"));
    m_passOver->setText(tr("Without a deputy, let reviews go on and read them afterwards"));
    m_absences->body()->addLayout(
        entryLine({labelled(tr("Kind"), m_kind, this), labelled(tr("First day"), m_from, this),
                   labelled(tr("Last day"), m_until, this)}));
    m_absences->body()->addLayout(entryLine({m_passOver}, m_addAbsence));
    connect(m_from, &DateEdit::edited, this, &AbsencePage::checkAbsence);
    connect(m_until, &DateEdit::edited, this, &AbsencePage::checkAbsence);
    connect(m_addAbsence, &QPushButton::clicked, this, &AbsencePage::addAbsence);
}

void AbsencePage::buildDeputies()
{
    m_deputies->setTitle(tr("Deputies"), tr("Both names are recorded. Nobody deputises for a deputy."));
    m_deputies->body()->setSpacing(metric::kFieldGap);
    m_deputies->body()->addLayout(m_deputyRows);
    m_deputies->body()->addWidget(m_entry);
    connect(m_entry, &DeputyEntry::registered, this, [this](const RegisterDeputy &change) {
        m_presenter->change(
            change,
            tr("%1 is registered as deputy.").arg(placedText(*m_session.info().office, change.deputyship.deputy)));
    });
}

/// The list of people, of the office as it is when the page is opened.
void AbsencePage::fillPeople()
{
    const Office &office = *m_session.info().office;
    if (!m_session.info().rights.administrator)
        return;
    delete m_person;
    m_person = peopleBox(office, tr("Whose days"), m_session.info().me.id, m_whoLine);
    m_person->setObjectName(QStringLiteral("whose"));
    m_person->setItemText(0, tr("My own days; choose somebody who fell ill"));
    m_person->setCurrentIndex(mine() ? 0 : std::max(0, m_person->findData(m_who.value())));
    static_cast<QHBoxLayout *>(m_whoLine->layout())->addWidget(m_person, 1);
    connect(m_person, &QComboBox::activated, this, [this] {
        if (!isUnsettled(*m_person))
            show(chosen<StaffId>(m_person->currentData().toLongLong()).value_or(m_session.info().me.id));
    });
}

bool AbsencePage::mine() const
{
    return m_who == m_session.info().me.id;
}

void AbsencePage::begin()
{
    m_banner->clear();
    m_who = m_session.info().me.id;
    fillPeople();
    show(m_who);
}

void AbsencePage::takeFocus()
{
    m_kind->setFocus(Qt::OtherFocusReason);
}

void AbsencePage::show(StaffId who)
{
    m_who = who;
    const QString name = mine() ? QString() : placedText(*m_session.info().office, who);
    m_absences->setTitle(name.isEmpty() ? tr("Absence") : tr("Absence of %1").arg(name),
                         tr("What waits and what comes meanwhile goes to the deputy; without one it waits. A decided "
                            "leave of whole days "
                            "counts by itself."));
    m_deputies->setTitle(name.isEmpty() ? tr("Deputies") : tr("Deputies of %1").arg(name),
                         tr("Both names are recorded. Nobody deputises for a deputy."));
    m_passOver->setVisible(mine()); // theirs alone to say
    m_principals->setTitle(name.isEmpty() ? tr("You act for") : tr("%1 acts for").arg(name));
    m_entry->open(who);
    clearEntries();
    refresh();
}

void AbsencePage::refresh()
{
    m_presenter->readAbsences(m_who);
}

void AbsencePage::showSheet(const AbsenceSheet &sheet)
{
    if (m_sheet == sheet)
        return; // what somebody is writing in a line stays
    m_sheet = sheet;
    emptyLayout(*m_absenceRows);
    for (const Dated<Absence> &row : sheet.absences)
        m_absenceRows->addWidget(absenceRow(row));
    if (sheet.absences.empty())
        m_absenceRows->addWidget(emptyRow(tr("No absence is registered."), this));
    emptyLayout(*m_deputyRows);
    for (const Dated<Deputyship> &row : sheet.deputies)
        m_deputyRows->addWidget(deputyRow(row));
    if (sheet.deputies.empty())
        m_deputyRows->addWidget(emptyRow(tr("No deputy is registered."), this));
    emptyLayout(*m_principalRows);
    const Office &office = *m_session.info().office;
    for (const Dated<Deputyship> &row : sheet.principals) {
        const QString period = periodText(row.from, row.until);
        const QString days = row.value.whenAbsent ? tr("On days of absence, %1").arg(period) : period;
        m_principalRows->addWidget(
            registeredRow(placedText(office, row.value.principal), withLimit(days, row.value, m_session), this).widget);
    }
    m_principals->setVisible(!sheet.principals.empty());
}

/// Whose cases wait, too, on the days of an absence: of those for whom whoever is away acts.
QString AbsencePage::waitingWith(const Dated<Absence> &row) const
{
    QStringList names;
    for (const Dated<Deputyship> &one : m_sheet->principals) {
        const Staff *principal = m_session.info().office->staff(one.value.principal);
        if (principal && one.from <= row.until && (!one.until.isValid() || row.from <= one.until))
            names.append(principal->name());
    }
    names.removeDuplicates();
    return names.isEmpty() ? QString()
                           : QLatin1Char('\n')
            + tr("they are the deputy of %1: while both are away, what comes to %1 waits")
                  .arg(names.join(tr(", ", "between names")));
}

QWidget *AbsencePage::absenceRow(const Dated<Absence> &row)
{
    const QDate today = m_session.info().today;
    const QString period = periodText(row.from, row.until);
    QString caption = row.value.fromLeave ? tr("follows from a decided leave") : QString();
    if (row.value.passOver)
        caption = tr("without a deputy, reviews are read afterwards");
    const auto acts = [&row](const Dated<Deputyship> &deputy) {
        return deputy.from <= row.until && (!deputy.until.isValid() || row.from <= deputy.until);
    };
    const std::vector<Dated<Deputyship>> &deputies = m_sheet->deputies;
    const bool covered = std::any_of(deputies.begin(), deputies.end(),
                                     [&](const auto &one) { return acts(one) && one.value.unlimited(); });
    if (!covered)
        caption += (caption.isEmpty() ? QString() : QStringLiteral(" ・ "))
            + (std::any_of(deputies.begin(), deputies.end(), acts)
                   ? tr("deputies act on some requests only: what else comes waits")
                   : tr("nobody acts meanwhile: what comes waits"));
    caption += waitingWith(row);
    const RegisteredRow line =
        //: A kind of absence and its days.
        registeredRow(tr("%1 ・ %2").arg(absenceWord(row.value.kind), period), caption, this);
    if (std::max(row.from, today) < row.until) {
        QPushButton *shorter = rowButton(tr("Shorten…"), period, line.widget);
        shorter->setObjectName(QStringLiteral("shorten"));
        line.layout->addWidget(shorter);
        connect(shorter, &QPushButton::clicked, this, [this, row, shorter] {
            shorter->setEnabled(false);
            shorten(row, shorter->parentWidget());
        });
    }
    const bool begun = row.from < today;
    QPushButton *end = rowButton(begun ? tr("Back from today") : tr("Take back"), period, line.widget);
    end->setObjectName(QStringLiteral("endAbsence"));
    line.layout->addWidget(end);
    connect(end, &QPushButton::clicked, this, [this, row, today, begun] {
        m_undo = RegisterAbsence{m_who, row.value.kind, row.value.passOver, std::max(row.from, today), row.until};
        m_presenter->change(EndAbsence{row.value.id, today.addDays(-1)},
                            begun ? tr("The absence has ended.") : tr("The absence was taken back."));
    });
    return line.widget;
}

/// Asks for the new last day within the line itself.
void AbsencePage::shorten(const Dated<Absence> &row, QWidget *line)
{
    auto *until = dayEdit(m_session.info().today, tr("New last day"), "shortenUntil", line);
    until->setPlaceholderText(tr("New last day"));
    auto *set = rowButton(tr("Until this day"), periodText(row.from, row.until), line);
    set->setObjectName(QStringLiteral("shortenSet"));
    set->setEnabled(false);
    auto *layout = qobject_cast<QHBoxLayout *>(line->layout());
    layout->insertWidget(1, until);
    layout->insertWidget(2, set);
    connect(until, &DateEdit::edited, set, [this, until, set, row] {
        const auto day = until->date();
        set->setEnabled(day && *day >= std::max(row.from, m_session.info().today) && *day < row.until);
    });
    connect(set, &QPushButton::clicked, this, [this, until, id = row.value.id] {
        if (const auto day = until->date())
            m_presenter->change(EndAbsence{id, *day}, tr("The absence was made shorter."));
    });
    until->setFocus(Qt::OtherFocusReason);
}

QWidget *AbsencePage::deputyRow(const Dated<Deputyship> &row)
{
    const QString name = placedText(*m_session.info().office, row.value.deputy);
    const QString period = periodText(row.from, row.until);
    const QString days =
        row.value.whenAbsent ? tr("On days of absence, %1").arg(period) : tr("On all days, %1").arg(period);
    const RegisteredRow line = registeredRow(name, withLimit(days, row.value, m_session), this);
    QPushButton *end = rowButton(tr("End"), name, line.widget);
    end->setObjectName(QStringLiteral("endDeputy"));
    line.layout->addWidget(end);
    connect(end, &QPushButton::clicked, this, [this, row, name] {
        m_presenter->change(EndDeputy{row.value.principal, row.value.deputy, row.from, row.addedIn},
                            tr("%1 does not act as deputy any more.").arg(name));
    });
    return line.widget;
}

void AbsencePage::addAbsence()
{
    const auto from = m_from->date();
    const auto until = m_until->text().isEmpty() ? from : m_until->date();
    if (!from || !until)
        return;
    m_kind->setFocus(Qt::OtherFocusReason); // the button will have nothing more to do
    m_presenter->change(
        RegisterAbsence{m_who, AbsenceKind(m_kind->currentData().toInt()), m_passOver->isChecked(), *from, *until},
        tr("The absence is registered: %1.").arg(periodText(*from, *until)));
}

/// What could not be registered anyway cannot be pressed.
void AbsencePage::checkAbsence()
{
    const auto from = m_from->date();
    const auto until = m_until->date();
    const bool ends = until ? from && *from <= *until : m_until->text().isEmpty();
    m_addAbsence->setEnabled(from && *from >= m_session.info().today && ends);
}

void AbsencePage::clearEntries()
{
    const QDate today = m_session.info().today;
    m_from->setDate(today);
    m_until->setText({});
    m_passOver->setChecked(false);
    m_entry->clear();
    checkAbsence();
}

} // namespace kessai
