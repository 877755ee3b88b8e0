// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/benchpage.h"

#include "ui/admin/benchpresenter.h"
#include "ui/admin/routecard.h"
#include "ui/admin/ruledraft.h"
#include "ui/admin/tabledraft.h"
#include "ui/admin/waysmodel.h"
#include "ui/errortext.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/fieldeditor.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

namespace kessai {

namespace {

constexpr qint64 kTriedYen = 100'000; ///< what a made-up case begins with

constexpr int kCaseWidth = 264;
constexpr int kWayRow = 30;
constexpr int kLeastWays = 90;
constexpr int kLeastRoutes = 150;
constexpr int kNarrowWays = 760;

} // namespace

BenchPage::BenchPage(DeskSession &session, TableDraft &table, RuleDraft &rule, QWidget *parent)
    : QWidget(parent), m_session(session), m_table(table), m_rule(rule),
      m_presenter(new BenchPresenter(session, table, rule, this)), m_banner(new QuietBanner(this)),
      m_form(new QComboBox(this)), m_whoRoom(new QWidget(this)),
      m_day(dayEdit(session.info().today, tr("Filed on"), "trialDay", this)), m_fieldRoom(new QWidget(this)),
      m_fields(new QVBoxLayout(m_fieldRoom)),
      m_inForce(new RouteCard(tr("By the rules in force"), "routeInForce", this)),
      m_drafted(new RouteCard(tr("By the draft"), "routeDrafted", this)), m_waysCard(new Card(this)),
      m_waysNote(new TextLabel(TextRole::Caption, this)), m_look(pageButton(tr("Look through (&L)"), "lookWays", this)),
      m_stop(pageButton(tr("Stop"), "stopWays", this)), m_ways(new WaysModel(this)), m_waysView(new QTableView(this))
{
    setObjectName(QStringLiteral("benchPage"));
    m_banner->hide();
    m_day->setDate(session.info().today);
    auto *routes = new QWidget;
    auto *pair = new QHBoxLayout(routes);
    pair->setContentsMargins({});
    pair->setSpacing(metric::kPageMargin);
    pair->addWidget(m_inForce, 1);
    pair->addWidget(m_drafted, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(routes);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(grown(kLeastRoutes));
    auto *right = new QSplitter(Qt::Vertical, this); // who compares makes the one or the other larger
    right->setObjectName(QStringLiteral("benchParts"));
    right->setChildrenCollapsible(false);
    right->setHandleWidth(metric::kPageMargin);
    right->addWidget(scroll);
    right->addWidget(buildWays());
    right->setStretchFactor(0, 1);
    auto *both = new QHBoxLayout;
    both->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    both->setSpacing(metric::kPageMargin);
    both->addWidget(buildCase());
    both->addWidget(right, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(both, 1);
    connectParts();
}

QWidget *BenchPage::buildCase()
{
    auto *card = new Card;
    card->setTitle(tr("A case to try"));
    card->body()->setSpacing(metric::kFieldGap);
    m_form->setObjectName(QStringLiteral("trialForm"));
    m_form->setAccessibleName(tr("Form"));
    m_form->setMinimumHeight(metric::kControlHeight);
    (new QVBoxLayout(m_whoRoom))->setContentsMargins({});
    m_fields->setContentsMargins({});
    m_fields->setSpacing(metric::kFieldGap);
    card->body()->addWidget(labelled(tr("Form"), m_form, card));
    card->body()->addWidget(labelled(tr("Filed by"), m_whoRoom, card));
    card->body()->addWidget(labelled(tr("Filed on"), m_day, card));
    card->body()->addWidget(m_fieldRoom);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins({});
    column->addWidget(card);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(grown(kCaseWidth));
    return scroll;
}

QWidget *BenchPage::buildWays()
{
    m_waysCard->setTitle(tr("Cases that would go another way"));
    m_waysNote->setWordWrap(true);
    dressRows(*m_waysView, QStringLiteral("waysTable"), tr("Cases that would go another way"), grown(kWayRow));
    m_waysView->setModel(m_ways);
    m_waysView->setMinimumHeight(grown(kLeastWays));
    m_waysView->horizontalHeader()->setSectionResizeMode(WaysModel::Difference, QHeaderView::Stretch);
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kGap);
    line->addWidget(m_waysNote, 1);
    line->addWidget(m_stop);
    line->addWidget(m_look);
    m_waysCard->body()->addLayout(line);
    m_waysCard->body()->addWidget(m_waysView, 1);
    m_waysView->hide();
    m_stop->hide();
    return m_waysCard;
}

void BenchPage::connectParts()
{
    connect(m_presenter, &BenchPresenter::fieldsRead, this, &BenchPage::showFields);
    connect(m_presenter, &BenchPresenter::tried, this, &BenchPage::showAnswer);
    connect(m_presenter, &BenchPresenter::failed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Warning, errorText(error).both()); });
    connect(m_presenter, &BenchPresenter::lookedAt, this, [this](int cases, const std::vector<OtherWay> &found) {
        m_ways->add(found);
        m_waysView->setVisible(m_ways->rowCount() > 0);
        m_waysNote->setText(tr("%n case(s) looked at…", nullptr, cases));
    });
    connect(m_presenter, &BenchPresenter::lookingEnded, this, [this](int cases, int passed, bool stopped) {
        m_stop->hide();
        m_look->setEnabled(m_presenter->writing());
        QString text = stopped ? tr("Stopped after %n case(s).", nullptr, cases)
                               : tr("%n case(s) of the last year looked through.", nullptr, cases);
        text += QLatin1Char(' ') + tr("%n would go another way.", nullptr, m_ways->rowCount());
        if (passed > 0)
            text += QLatin1Char(' ') + tr("%n left out: their drafter had left.", nullptr, passed);
        m_waysNote->setText(text + m_unseen);
    });
    connect(m_presenter, &BenchPresenter::unseenFound, this, [this](const std::vector<Bilingual> &labels) {
        QStringList names;
        for (const Bilingual &one : labels)
            names.append(one.text(englishWording()));
        m_unseen = QLatin1Char(' ')
            + tr("Administrators are not given %1 of filed cases: what depends on it is not found here.")
                  .arg(names.join(tr(", ")));
    });
    connect(&m_table, &TableDraft::bookRead, this, [this] {
        fillForms();
        fillPeople();
        askFields();
    });
    connect(&m_table, &TableDraft::draftChanged, this, &BenchPage::showDraft);
    connect(&m_rule, &RuleDraft::draftChanged, this, &BenchPage::showDraft);
    connect(m_form, &QComboBox::activated, this, &BenchPage::askFields);
    connect(m_day, &DateEdit::edited, this, &BenchPage::askFields);
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_ways->clear();
        m_unseen.clear();
        m_ways->setForms(m_table.forms());
        m_waysView->hide();
        m_look->setEnabled(false);
        m_stop->show();
        m_waysNote->setText(tr("Looking…"));
        m_presenter->look();
    });
    connect(m_stop, &QPushButton::clicked, m_presenter, &BenchPresenter::stop);
    connect(m_waysView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BenchPage::showWay);
    connect(m_waysView, &QTableView::clicked, this, &BenchPage::showWay); // the same once more, after another try
}

void BenchPage::begin()
{
    m_banner->clear();
    if (m_ways->rowCount() == 0 && m_stop->isHidden())
        showDraft(); // else what was found, or is being looked for, stays
    m_table.read();
}

void BenchPage::chooseForm(const QString &code)
{
    if (const int at = m_form->findData(code); at >= 0 && at != m_form->currentIndex()) {
        m_form->setCurrentIndex(at);
        askFields();
    }
}

void BenchPage::takeFocus()
{
    m_form->setFocus(Qt::OtherFocusReason);
}

void BenchPage::fillForms()
{
    const QString chosen = m_form->currentData().toString();
    const QSignalBlocker quiet(m_form);
    m_form->clear();
    for (const FormDefinition &form : m_table.forms())
        m_form->addItem(form.name.text(englishWording()), form.code);
    // Money is what tables are about.
    const int commitment = m_form->findData(QStringLiteral("commitment"));
    const int first = m_rule.writing() ? m_form->findData(m_rule.rule().form) : commitment;
    m_form->setCurrentIndex(std::max(chosen.isEmpty() ? first : m_form->findData(chosen), 0));
}

void BenchPage::fillPeople()
{
    if (m_peopleOf == m_table.office())
        return; // what somebody is typing stays
    m_peopleOf = m_table.office();
    const StaffId chosen(m_who && m_who->currentIndex() > 0 ? m_who->currentData().toLongLong()
                                                            : m_session.info().me.id.value());
    delete m_who;
    m_who = peopleBox(*m_table.office(), tr("Filed by"), m_session.info().me.id, m_whoRoom);
    m_who->setObjectName(QStringLiteral("trialWho"));
    m_whoRoom->layout()->addWidget(m_who);
    m_whoRoom->setFocusProxy(m_who);
    m_who->setCurrentIndex(std::max(m_who->findData(chosen.value()), 0));
    m_who->lineEdit()->setCursorPosition(0); // a long name is read from its beginning
    connect(m_who, &QComboBox::activated, this, &BenchPage::tryCase);
}

void BenchPage::askFields()
{
    if (const auto day = m_day->date(); day && m_form->currentIndex() >= 0)
        m_presenter->readFields(m_form->currentData().toString(), *day);
}

/// What was filled in stays where the form asks for it as well.
void BenchPage::showFields(const std::vector<FieldDefinition> &fields)
{
    if (fields == m_asked) {
        tryCase();
        return;
    }
    m_asked = fields;
    std::map<QString, QJsonValue> typed;
    for (const auto &[key, editor] : m_editors) {
        if (key != QLatin1String("act")) // each form has its own
            typed.emplace(key, editor->value());
    }
    m_editors.clear();
    emptyLayout(*m_fields);
    const FieldOffer offer{.office = m_table.office(), .today = m_session.info().today};
    for (const FieldDefinition &field : fields) {
        FieldEditor *editor = makeFieldEditor(field, offer, m_fieldRoom);
        editor->setObjectName(QString(QStringLiteral("trial_") + field.key));
        const auto before = typed.find(field.key);
        // Without an amount a table gives its highest answer, which nobody means who just came.
        const bool money = field.kind == FieldKind::Yen && field.initial.isEmpty();
        const QJsonValue initial = money ? QJsonValue(kTriedYen) : QJsonValue(field.initial);
        editor->setValue(before != typed.end() ? before->second : initial);
        m_fields->addWidget(labelled(field.label.text(englishWording()), editor, m_fieldRoom));
        m_editors.emplace(field.key, editor);
        connect(editor, &FieldEditor::edited, this, &BenchPage::tryCase);
    }
    tryCase();
}

void BenchPage::tryCase()
{
    const auto day = m_day->date();
    const auto who = m_who ? chosen<StaffId>(m_who->currentData().toLongLong()) : std::nullopt;
    if (!day || !who || m_form->currentIndex() < 0)
        return;
    RouteTrial trial{m_form->currentData().toString(), *who, *day, {}};
    for (const auto &[key, editor] : m_editors) {
        const QJsonValue value = editor->value();
        if (!value.isNull() && !value.isUndefined() && value != QJsonValue(QString()))
            trial.facts.insert(key, value);
    }
    // A case that is about no item is one about nothing in particular.
    if (m_editors.contains(QStringLiteral("item")) && !trial.facts.contains(QLatin1String("item")))
        trial.facts.insert(QStringLiteral("item"), QString());
    m_presenter->tryRoute(trial);
}

/// The two routes of a case that would go another way, in the place of those of the case that was made up.
void BenchPage::showWay(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const OtherWay &way = m_ways->ways()[size_t(index.row())];
    m_inForce->setTitle(tr("By the rules in force"), way.number);
    m_inForce->setRoute(way.inForce);
    m_drafted->setTitle(tr("By the draft"), tr("%1 goes another way").arg(way.number));
    m_drafted->setRoute(way.drafted);
    m_drafted->show();
}

void BenchPage::showAnswer(const TrialAnswer &answer)
{
    m_inForce->setTitle(tr("By the rules in force"), {});
    m_inForce->setRoute(answer.inForce);
    m_drafted->setVisible(answer.drafted.has_value());
    if (answer.drafted) {
        m_drafted->setTitle(tr("By the draft"), answer.differs ? tr("goes another way") : tr("the same way"));
        m_drafted->setRoute(*answer.drafted);
    }
}

/// Another draft: what was found is of the one before.
void BenchPage::showDraft()
{
    m_ways->clear();
    m_waysView->hide();
    m_look->setEnabled(m_presenter->writing());
    showNote();
    if (isVisible())
        askFields();
}

/// What is other about a case stays in sight: where there is little room, the section and the amount are left to the case itself.
void BenchPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() - grown(kCaseWidth) < grown(kNarrowWays);
    m_waysView->setColumnHidden(WaysModel::SectionName, narrow);
    m_waysView->setColumnHidden(WaysModel::Amount, narrow);
    QHeaderView *head = m_waysView->horizontalHeader();
    head->resizeSection(WaysModel::Number, grown(narrow ? 78 : 88));
    head->resizeSection(WaysModel::Form, grown(narrow ? 84 : 112));
    head->resizeSection(WaysModel::SectionName, grown(88));
    head->resizeSection(WaysModel::Day, grown(narrow ? 92 : 112));
    head->resizeSection(WaysModel::Amount, grown(82));
    head->resizeSection(WaysModel::State, grown(narrow ? 60 : 68));
}

/// What is looked through, and what is not: of forms that leave nothing to a table, such as leave, nobody is given anything.
void BenchPage::showNote()
{
    const auto *now = m_rule.writing() ? m_rule.inForce(m_rule.rule().form, m_session.info().today) : nullptr;
    if (!m_presenter->writing())
        m_waysNote->setText(tr("Write the next revision of the decision table or of a route first; then it shows here "
                               "which cases would go another way."));
    else if (!m_table.writing() && now && !now->table)
        m_waysNote->setText(tr("Cases of this form are nobody's to look through. Make up the cases that matter at the "
                               "left, and compare the two routes."));
    else
        m_waysNote->setText(tr("The cases of the last year and those that run, by the rules in force and by the draft. "
                               "Running ones keep their route; only what is filed again goes by the new rules."));
    m_look->setEnabled(m_presenter->writing() && (m_table.writing() || !now || now->table));
}

} // namespace kessai
