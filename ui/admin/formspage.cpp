// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formspage.h"

#include "core/cases/formchanges.h"
#include "ui/admin/adoptfoot.h"
#include "ui/admin/changescard.h"
#include "ui/admin/fieldpanel.h"
#include "ui/admin/formcells.h"
#include "ui/admin/formdraft.h"
#include "ui/admin/formediting.h"
#include "ui/admin/formpreview.h"
#include "ui/admin/formwords.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kFormsWidth = 176;
constexpr int kNarrowFormsWidth = 128;
constexpr int kPreviewTab = 3; ///< in a narrow window
constexpr int kNarrowBelow = 900;
constexpr int kWrittenWidth = 260;
constexpr int kLeastAddLetters = 6;
constexpr int kPreviewShare = 10;
constexpr int kLeastFields = 60;

QListWidget *listOf(const char *objectName, const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(QLatin1String(objectName));
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setTabKeyNavigation(false);
    return list;
}

QScrollArea *scrolled(QWidget *inner, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

FormsPage::FormsPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(new FormDraft(session, this)), m_banner(new QuietBanner(this)),
      m_formsCard(new Card(this)), m_forms(listOf("formList", tr("Forms"), this)), m_written(new QComboBox(this)),
      m_revisions(new QComboBox(this)), m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undoForm", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redoForm", this)),
      m_edit(pageButton(tr("Write the next revision (&E)"), "writeForm", this)),
      m_giveUp(pageButton(tr("Give the draft up"), "giveUpForm", this)), m_tabs(new QTabBar(this)),
      m_parts(new QStackedWidget(this)), m_fields(listOf("fieldList", tr("Fields"), this)),
      m_addField(new QComboBox(this)), m_up(iconButton("chevron-up", tr("Move the field up"), "fieldUp", this)),
      m_down(iconButton("chevron-down", tr("Move the field down"), "fieldDown", this)),
      m_drop(iconButton("trash", tr("Remove the field"), "dropField", this)), m_field(new FieldPanel(this)),
      m_words(new FormWords(this)), m_cells(new FormCells(this)), m_changes(new ChangesCard(this)),
      m_preview(new FormPreview(session, this)), m_madeBy(new TextLabel(TextRole::Caption, this)),
      m_foot(new AdoptFoot(session.info().today, QStringLiteral("form"), AdoptFoot::Shape::Wide,
                           tr("Why, such as the amendment of the rules"), this))
{
    setObjectName(QStringLiteral("formsPage"));
    m_banner->hide();
    m_madeBy->setObjectName(QStringLiteral("formMadeBy"));
    m_madeBy->setWordWrap(true);
    m_madeBy->setToken(Token::Text2);
    m_forms->setWordWrap(true); // a long name takes two lines, and none is cut
    m_forms->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_forms->setResizeMode(QListView::Adjust);
    m_formsCard->setPadding(0);
    m_formsCard->body()->addWidget(m_forms);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(metric::kGap);
    middle->addWidget(buildParts(), 1);
    middle->addWidget(m_foot);
    m_all = new QHBoxLayout;
    m_all->setSpacing(metric::kPageMargin);
    m_all->addWidget(m_formsCard);
    m_all->addLayout(middle, 11);
    m_all->addWidget(m_preview, kPreviewShare);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    column->setSpacing(metric::kGap);
    column->addWidget(buildHead());
    column->addWidget(m_madeBy);
    column->addLayout(m_all, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
    connectKeys();
}

QWidget *FormsPage::buildHead()
{
    m_written->setObjectName(QStringLiteral("formWritten"));
    m_written->setAccessibleName(tr("Form that is written"));
    m_written->setMinimumHeight(metric::kControlHeight);
    m_written->setMaximumWidth(grown(kWrittenWidth));
    m_written->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_revisions->setObjectName(QStringLiteral("formRevision"));
    m_revisions->setAccessibleName(tr("Revision of the form"));
    m_revisions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_revisions->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_written, m_revisions, m_undo, m_redo})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_edit);
    line->addWidget(m_giveUp);
    return head;
}

QWidget *FormsPage::buildParts()
{
    m_tabs->setObjectName(QStringLiteral("formTabs"));
    m_tabs->setAccessibleName(tr("Parts of the form"));
    m_tabs->setDrawBase(false);
    for (const QString &tab : {tr("Fields"), tr("Name and words"), tr("Paper")})
        m_tabs->addTab(tab);
    m_parts->addWidget(buildFields());
    auto *words = new Card(this);
    words->body()->addWidget(m_words);
    words->body()->addStretch(1);
    m_parts->addWidget(scrolled(words, this));
    auto *cells = new Card(this);
    cells->body()->addWidget(m_cells);
    m_parts->addWidget(cells);
    m_tabs->addTab(tr("Changes"));
    auto *changes = new QWidget(this);
    auto *below = new QVBoxLayout(changes);
    below->setContentsMargins({});
    below->addWidget(m_changes);
    below->addStretch(1);
    m_parts->addWidget(scrolled(changes, this));
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(m_tabs);
    column->addWidget(m_parts, 1);
    return both;
}

QWidget *FormsPage::buildFields()
{
    m_addField->setObjectName(QStringLiteral("addField"));
    m_addField->setAccessibleName(tr("Add a field of the office's own"));
    m_addField->setMinimumHeight(metric::kControlHeight);
    m_addField->addItem(tr("Add a field…"), -1);
    for (const FieldKind kind : ownFieldKinds())
        m_addField->addItem(FieldPanel::kindWord(kind), int(kind));
    m_fields->setMinimumHeight(grown(kLeastFields));
    auto *list = new Card(this);
    list->setPadding(metric::kGap);
    list->body()->setSpacing(metric::kGap);
    list->body()->addWidget(m_fields);
    auto *tools = new QWidget(list);
    auto *line = new FlowLayout(tools);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    m_addField->setMinimumContentsLength(kLeastAddLetters);
    m_addField->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (QWidget *part : std::initializer_list<QWidget *>{m_up, m_down, m_drop, m_addField})
        line->addWidget(part);
    list->body()->addWidget(tools);
    auto *field = new Card(this);
    field->body()->addWidget(m_field);
    field->body()->addStretch(1);
    auto *all = new QWidget(this);
    m_fieldParts = new QBoxLayout(QBoxLayout::TopToBottom, all);
    m_fieldParts->setContentsMargins({});
    m_fieldParts->setSpacing(metric::kGap);
    m_fieldParts->addWidget(list, 2);
    m_fieldParts->addWidget(scrolled(field, this), 3);
    return all;
}

void FormsPage::connectParts()
{
    connect(m_draft, &FormDraft::bookRead, this, &FormsPage::showBook);
    connect(m_draft, &FormDraft::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_draft, &FormDraft::draftChanged, this, &FormsPage::showForm);
    connect(m_draft, &FormDraft::problemsFound, this, &FormsPage::showFoot);
    connect(m_draft, &FormDraft::busyChanged, this, &FormsPage::showFoot);
    connect(m_draft, &FormDraft::adopted, this, [this](const QDate &day) {
        m_banner->clear();
        m_foot->clearReason();
        m_adopted = {m_forms->currentItem() ? m_forms->currentItem()->data(Qt::UserRole).toString() : QString(), day};
        takeFocus();
        Q_EMIT recorded(tr("The form is in force from %1 on.").arg(longDay(day)));
    });
    connect(m_draft, &FormDraft::adoptionFailed, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning,
                      error.refusal == Refusal::Stale ? tr(
                          "Somebody else changed the form meanwhile. Give the draft up and write it again upon theirs.")
                                                      : errorText(error).both());
    });
    connect(m_forms, &QListWidget::currentRowChanged, this, &FormsPage::chooseForm);
    connect(m_revisions, &QComboBox::activated, this, &FormsPage::showForm);
    connect(m_written, &QComboBox::activated, this, &FormsPage::writeOther);
    connect(m_edit, &QPushButton::clicked, this, &FormsPage::beginDraft);
    connect(m_giveUp, &QPushButton::clicked, this, &FormsPage::giveUp);
    connect(m_undo, &QToolButton::clicked, m_draft, &FormDraft::undo);
    connect(m_redo, &QToolButton::clicked, m_draft, &FormDraft::redo);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_parts->setCurrentIndex(tab);
        showFoot();
    });
    connect(m_fields, &QListWidget::currentRowChanged, this, [this] {
        if (!m_quiet)
            showField();
    });
    connect(m_addField, &QComboBox::activated, this, &FormsPage::addField);
    connect(m_drop, &QPushButton::clicked, this, &FormsPage::dropField);
    connect(m_up, &QToolButton::clicked, this, [this] { moveField(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveField(1); });
    connect(m_field, &FieldPanel::edited, this, [this](const FieldDefinition &field) {
        if (m_draft->writing())
            m_draft->change(withFieldAs(m_draft->form(), field));
    });
    connect(m_words, &FormWords::edited, m_draft, &FormDraft::change);
    connect(m_cells, &FormCells::edited, m_draft, &FormDraft::change);
    connect(m_foot, &AdoptFoot::adoptRequested, m_draft, &FormDraft::adopt);
    connect(m_foot, &AdoptFoot::dayEdited, this, [this](const QDate &day) {
        if (!m_draft->writing())
            return;
        FormDefinition form = m_draft->form();
        form.from = day;
        m_draft->change(form);
    });
}

void FormsPage::connectKeys()
{
    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_draft, slot);
    };
    key(QKeySequence::Undo, &FormDraft::undo);
    key(QKeySequence(Qt::CTRL | Qt::Key_Y), &FormDraft::redo);
}

void FormsPage::begin()
{
    m_banner->clear();
    m_foot->setToday(m_session.info().today);
    m_draft->read();
}

void FormsPage::takeFocus()
{
    m_forms->setFocus(Qt::OtherFocusReason);
}

void FormsPage::showBook()
{
    const QString chosen = m_forms->currentItem() ? m_forms->currentItem()->data(Qt::UserRole).toString() : QString();
    {
        const QSignalBlocker quiet(m_forms);
        m_forms->clear();
        m_written->clear();
        for (const FormDefinition *form : m_draft->forms()) {
            auto *item = new QListWidgetItem(form->name.text(englishWording()), m_forms);
            item->setData(Qt::UserRole, form->code);
            item->setToolTip(form->name.text(englishWording()));
            m_written->addItem(item->text(), form->code);
            if (form->code == chosen)
                m_forms->setCurrentItem(item);
        }
        if (m_forms->currentRow() < 0)
            m_forms->setCurrentRow(0);
    }
    chooseForm();
}

/// Another form: its revisions, the one in force first.
void FormsPage::chooseForm()
{
    if (!m_forms->currentItem())
        return;
    const QString code = m_forms->currentItem()->data(Qt::UserRole).toString();
    const QDate today = m_session.info().today;
    const FormDefinition *now = m_draft->inForce(code, today);
    m_revisions->clear();
    for (const FormDefinition *one : m_draft->revisions(code)) {
        const QString day = longDay(one->from);
        m_revisions->addItem(one == now              ? tr("from %1 (in force)").arg(day)
                                 : one->from > today ? tr("from %1 (to come)").arg(day)
                                                     : tr("from %1").arg(day),
                             one->from);
    }
    // What was just put in force is looked at, also where its day is still to come.
    const auto [madeOf, madeFrom] = std::exchange(m_adopted, {});
    const int made = madeOf == code ? m_revisions->findData(madeFrom) : -1;
    m_revisions->setCurrentIndex(std::max(made >= 0 ? made : now ? m_revisions->findData(now->from) : 0, 0));
    showForm();
}

const FormDefinition *FormsPage::shown() const
{
    if (m_draft->writing())
        return &m_draft->form();
    const QListWidgetItem *form = m_forms->currentItem();
    return form ? m_draft->inForce(form->data(Qt::UserRole).toString(), m_revisions->currentData().toDate()) : nullptr;
}

void FormsPage::showForm()
{
    const bool writing = m_draft->writing();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_undo, m_redo, m_giveUp, m_foot, m_addField, m_up, m_down, m_drop})
        part->setVisible(writing);
    m_edit->setVisible(!writing);
    m_formsCard->setVisible(!writing); // its room is the fields' then
    m_fieldParts->setDirection(writing || m_narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_revisions->setVisible(!writing);
    m_written->setVisible(writing);
    if (writing)
        m_written->setCurrentIndex(m_written->findData(m_draft->form().code));
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    const FormDefinition *form = shown();
    m_madeBy->setText(form && !writing ? m_draft->madeBy(*form) : QString());
    m_madeBy->setVisible(!m_madeBy->text().isEmpty());
    if (form)
        showParts(*form);
    showFoot();
}

void FormsPage::showParts(const FormDefinition &form)
{
    const bool writing = m_draft->writing();
    const int current = m_fields->currentRow();
    m_quiet = true;
    m_fields->clear();
    for (const FieldDefinition &field : form.fields) {
        const QString label = field.label.text(englishWording());
        m_fields->addItem(field.required              ? tr("%1 (must be filled in)").arg(label)
                              : isOwnField(field.key) ? tr("%1 (own)", "a field of the office's own").arg(label)
                                                      : label);
    }
    m_fields->setCurrentRow(std::clamp(current, 0, std::max(m_fields->count() - 1, 0)));
    m_quiet = false;
    showField();
    m_words->show(form, writing);
    m_cells->show(form, writing);
    m_preview->show(form);
    if (const FormDefinition *before = m_draft->before(form))
        m_changes->setChanges(changesBetween(*before, form), writing);
    else
        m_changes->setFirst({});
    if (writing)
        m_foot->setDay(form.from);
}

QString FormsPage::currentField() const
{
    const FormDefinition *form = shown();
    const int row = m_fields->currentRow();
    return form && row >= 0 && row < int(form->fields.size()) ? form->fields[size_t(row)].key : QString();
}

void FormsPage::showField()
{
    const FormDefinition *form = shown();
    const FieldDefinition *field = form ? form->field(currentField()) : nullptr;
    if (!field)
        return;
    m_field->setFreeCode(freeChoiceCode(*field, m_draft->everWritten(form->code)));
    m_field->show(*field, *form, m_draft->isOpenChoice(form->code, field->key), m_draft->writing());
    m_drop->setEnabled(isOwnField(field->key));
    m_drop->setToolTip(isOwnField(field->key) ? QString() : tr("The form's rules use it, so it stays."));
}

void FormsPage::showFoot()
{
    // What is looked at in a narrow window has the room of what puts it in force.
    m_foot->setVisible(m_draft->writing() && m_parts->currentWidget() != m_preview);
    if (!m_draft->writing())
        return;
    m_foot->setLater(m_draft->later());
    m_foot->show(m_draft->problems(), m_draft->changed(), m_draft->busy());
}

void FormsPage::beginDraft()
{
    const FormDefinition *form = shown();
    if (!form)
        return;
    m_draft->begin(*form, std::max(form->from, m_session.info().today.addDays(1)));
    m_fields->setFocus(Qt::OtherFocusReason);
}

bool FormsPage::giveUp()
{
    const bool written = m_draft->changed() || m_foot->saysWhy();
    if (written && !dialogs().confirm(this, tr("Give up what was changed in this draft?"), tr("Give it up")))
        return false;
    m_draft->giveUp();
    m_foot->clearReason(); // it was of this form
    m_banner->clear();
    return true;
}

/// Another form is written instead of the one of the draft.
void FormsPage::writeOther(int index)
{
    if (!m_draft->writing() || m_written->itemData(index) == m_draft->form().code)
        return;
    if (giveUp()) {
        m_forms->setCurrentRow(index);
        beginDraft();
    } else {
        m_written->setCurrentIndex(m_written->findData(m_draft->form().code));
    }
}

void FormsPage::addField()
{
    const int kind = m_addField->currentData().toInt();
    m_addField->setCurrentIndex(0);
    if (kind < 0 || !m_draft->writing())
        return;
    const int after = m_fields->currentRow();
    const FormDefinition &form = m_draft->form();
    m_draft->change(withField(form, freeFieldKey(form, m_draft->everWritten(form.code)), FieldKind(kind), after));
    m_fields->setCurrentRow(after + 1);
    m_field->takeFocus();
}

void FormsPage::dropField()
{
    if (m_draft->writing() && isOwnField(currentField()))
        m_draft->change(withoutField(m_draft->form(), currentField()));
}

void FormsPage::moveField(int by)
{
    const int row = m_fields->currentRow();
    if (!m_draft->writing() || row + by < 0 || row + by >= m_fields->count())
        return;
    const FormDefinition moved = withMovedField(m_draft->form(), row, by);
    {
        const QSignalBlocker quiet(m_fields);
        m_fields->setCurrentRow(row + by);
    }
    m_draft->change(moved);
}

/// Where there is little room the names of the forms take less of it.
void FormsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kNarrowBelow);
    m_forms->setFixedWidth(grown(narrow ? kNarrowFormsWidth : kFormsWidth));
    if (narrow != m_narrow)
        setNarrow(narrow);
}

void FormsPage::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showForm();
    if (narrow) {
        m_all->removeWidget(m_preview);
        m_parts->insertWidget(kPreviewTab, m_preview);
        m_tabs->insertTab(kPreviewTab, tr("Preview"));
        return;
    }
    m_tabs->removeTab(m_parts->indexOf(m_preview));
    m_parts->removeWidget(m_preview);
    m_all->addWidget(m_preview, kPreviewShare);
    m_preview->setVisible(true);
}

} // namespace kessai
