// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inktools.h"

#include "ui/meetings/inklayer.h"
#include "ui/meetings/inksample.h"
#include "ui/meetings/inkwords.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/inks.h"
#include "ui/theme/typescale.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kSpacing = 2;
constexpr int kGapWidth = 10;
constexpr int kColorDot = 16;
constexpr int kLeastDot = 4;
constexpr int kDotStep = 5;
constexpr int kReadersHeight = 280;
constexpr int kReadersWidth = 240;
constexpr int kAudienceRoom = 64;
constexpr int kAudienceIcon = 60;

QString wholeStrokes()
{
    return InkTools::tr("Whole strokes");
}

} // namespace

InkTools::InkTools(InkLayer &layer, InkChoice &choice, QWidget *parent)
    : ReadingBar(parent), m_layer(layer), m_choice(choice), m_layout(new QHBoxLayout(this)),
      m_samples(new QWidget(this)), m_below(new QFrame(this, Qt::Popup)), m_sample(new QToolButton(this)),
      m_audience(new QToolButton(this)), m_audienceMenu(new QMenu(this)), m_readers(new QListWidget(this))
{
    setObjectName(QStringLiteral("inkTools"));
    m_layout->setContentsMargins(metric::kGap, metric::kGap / 2, metric::kGap, metric::kGap / 2);
    m_layout->setSpacing(kSpacing);
    addTool(InkTool::Hand, QStringLiteral("hand-stop"), Qt::Key_H);
    addTool(InkTool::Pen, QStringLiteral("pencil"), Qt::Key_P);
    addTool(InkTool::Marker, QStringLiteral("highlight"), Qt::Key_M);
    addTool(InkTool::Highlight, QStringLiteral("cursor-text"), Qt::Key_L);
    addTool(InkTool::Note, QStringLiteral("note"), Qt::Key_N);
    addTool(InkTool::Eraser, QStringLiteral("eraser"), Qt::Key_E);
    addGap();
    auto *const samples = new QHBoxLayout(m_samples);
    samples->setContentsMargins(0, 0, 0, 0);
    samples->setSpacing(0);
    m_samplesAt = m_layout->count();
    m_layout->addWidget(m_samples);
    auto *const below = new QHBoxLayout(m_below);
    below->setContentsMargins(metric::kGap, metric::kGap, metric::kGap, metric::kGap);
    m_below->setFrameShape(QFrame::StyledPanel);
    m_below->setAutoFillBackground(true);
    m_sample->setObjectName(QStringLiteral("inkSampleButton"));
    m_sample->setToolTip(tr("Colour and width"));
    m_sample->setAccessibleName(m_sample->toolTip());
    m_sample->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    m_sample->setAutoRaise(true);
    setButtonKind(*m_sample, ButtonKind::Quiet);
    m_sample->hide();
    m_layout->addWidget(m_sample);
    connect(m_sample, &QToolButton::clicked, this, &InkTools::showSampleBelow);
    m_layout->addStretch(1);
    QAction *const bookmark =
        addAct(tr("Bookmark this page"), QStringLiteral("bookmark"), {Qt::Key_B}, "bookmarkAction", true);
    connect(bookmark, &QAction::triggered, this, &InkTools::bookmarkRequested);
    m_undo = addAct(tr("Undo"), QStringLiteral("arrow-back-up"), QKeySequence::keyBindings(QKeySequence::Undo),
                    "undoInkAction");
    connect(m_undo, &QAction::triggered, &m_layer, &InkLayer::undo);
    m_redo = addAct(tr("Redo"), QStringLiteral("arrow-forward-up"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                    "redoInkAction", true);
    connect(m_redo, &QAction::triggered, &m_layer, &InkLayer::redo);
    addGap();
    addAudience();
    connect(&m_choice, &InkChoice::changed, this, &InkTools::showChoice);
    connect(&m_layer, &InkLayer::audienceChanged, this, &InkTools::showAudience);
    const auto showUndo = [this] {
        m_undo->setEnabled(m_layer.canUndo());
        m_redo->setEnabled(m_layer.canRedo());
    };
    connect(&m_layer, &InkLayer::undoChanged, this, showUndo);
    showUndo();
    showChoice();
    showAudience();
}

QToolButton *InkTools::addButton(QAction *action)
{
    auto *const button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    setButtonKind(*button, ButtonKind::Quiet);
    m_layout->addWidget(button);
    m_buttons.append(button);
    return button;
}

int InkTools::widthAt(Level level) const
{
    const QMargins margins = m_layout->contentsMargins();
    int width = margins.left() + margins.right() + 2 * kGapWidth;
    for (const QToolButton *button : m_buttons) {
        if (level < Fewer || !m_withKeys.contains(button))
            width += button->sizeHint().width() + kSpacing;
    }
    width += level == Full ? samplesWidth() : m_sample->sizeHint().width() + kSpacing;
    return width + (level == Least ? grown(kAudienceIcon) : audienceWidth()) + 3 * kSpacing;
}

/// Of the tool that has most of them, whatever is in hand: nothing moves below the pointer when another one is taken.
int InkTools::samplesWidth() const
{
    if (m_samplesWidth > 0)
        return m_samplesWidth;
    const auto dot = [](int diameter) { return InkSample(-1, diameter, nullptr).sizeHint().width(); };
    InkChoice any;
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool) {
        any.setTool(tool.key());
        int width = int(any.colors().size()) * dot(kColorDot);
        for (int i = 0; i < any.widths().size(); ++i)
            width += dot(kLeastDot + i * kDotStep);
        if (tool.key() == InkTool::Eraser)
            width += QCheckBox(wholeStrokes()).sizeHint().width();
        m_samplesWidth = std::max(m_samplesWidth, width);
    }
    return m_samplesWidth;
}

/// The style leaves no room for the arrow beside words.
int InkTools::audienceWidth() const
{
    return m_audience->fontMetrics().horizontalAdvance(m_audience->text()) + grown(kAudienceRoom);
}

InkTools::Level InkTools::levelWithin(int room) const
{
    for (const Level level : {Full, Folded, Fewer}) {
        if (widthAt(level) <= room)
            return level;
    }
    return Least;
}

int InkTools::widthWithin(int room) const
{
    return widthAt(levelWithin(room));
}

QSize InkTools::sizeHint() const
{
    return {widthAt(Full), QWidget::sizeHint().height()};
}

QSize InkTools::minimumSizeHint() const
{
    return {widthAt(Least), QWidget::minimumSizeHint().height()};
}

bool InkTools::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_sample->setIcon(sampleIcon());
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        m_samplesWidth = 0;
    return ReadingBar::event(event);
}

void InkTools::resizeEvent(QResizeEvent *event)
{
    ReadingBar::resizeEvent(event);
    fit();
}

/// Whatever it sets is the same the next time: what is set anew asks for another layout, and that for this.
void InkTools::fit()
{
    const Level level = levelWithin(width());
    const bool hasSamples = m_samples->layout()->count() > 0;
    if ((m_samples->parentWidget() == m_below) != (level != Full)) {
        if (level == Full) {
            m_below->hide();
            m_layout->insertWidget(m_samplesAt, m_samples);
        } else {
            m_below->layout()->addWidget(m_samples);
        }
        m_samples->show();
    }
    m_sample->setVisible(level != Full); // its place is kept, so that nothing moves below the pointer
    m_sample->setEnabled(hasSamples);
    for (QToolButton *button : std::as_const(m_withKeys))
        button->setVisible(level < Fewer);
    m_audience->setToolButtonStyle(level == Least ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_audience->setMinimumWidth(level == Least ? grown(kAudienceIcon) : audienceWidth());
}

/// A dab of what is in hand.
QIcon InkTools::sampleIcon() const
{
    if (m_choice.colors().isEmpty())
        return icon(QStringLiteral("chevron-down"));
    QPixmap dab(QSize(metric::kIconSize, metric::kIconSize) * devicePixelRatioF());
    dab.setDevicePixelRatio(devicePixelRatioF());
    dab.fill(Qt::transparent);
    QPainter painter(&dab);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkColor(m_choice.color()));
    painter.drawEllipse(QRectF(0, 0, metric::kIconSize, metric::kIconSize).adjusted(2, 2, -2, -2));
    return dab;
}

void InkTools::showSampleBelow()
{
    m_below->adjustSize();
    m_below->move(m_sample->mapToGlobal(QPoint(0, m_sample->height())));
    m_below->show();
}

QAction *InkTools::addAct(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                          const char *objectName, bool isMissable)
{
    auto *const action = new QAction(icon(iconName), text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcuts(keys);
    if (!keys.isEmpty())
        action->setToolTip(tr("%1 (%2)").arg(text, keys.constFirst().toString(QKeySequence::NativeText)));
    addAction(action);
    const bool isLetter =
        std::ranges::any_of(keys, [](const QKeySequence &key) { return key[0].keyboardModifiers() == Qt::NoModifier; });
    if (isLetter) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_lettered.append(action);
    }
    QToolButton *const button = addButton(action);
    if (isMissable)
        m_withKeys.append(button);
    return action;
}

void InkTools::addTool(InkTool tool, const QString &iconName, QKeySequence key)
{
    QAction *const action = addAct(toolName(tool), iconName, {key}, "inkTool");
    action->setObjectName(QStringLiteral("inkTool%1").arg(static_cast<int>(tool)));
    action->setCheckable(true);
    m_tools.insert(tool, action);
    connect(action, &QAction::triggered, this, [this, tool] { takeTool(tool); });
}

void InkTools::takeTool(InkTool tool)
{
    // Once more takes the note to the page without a pointer.
    if (tool == InkTool::Note && m_choice.tool() == InkTool::Note)
        Q_EMIT noteRequested();
    m_choice.setTool(tool);
    showChoice();
}

void InkTools::addGap()
{
    m_layout->addSpacing(kGapWidth);
}

void InkTools::addAudience()
{
    m_audience->setObjectName(QStringLiteral("inkAudience"));
    m_audience->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_audience->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    m_audience->setMenu(m_audienceMenu);
    m_audience->setPopupMode(QToolButton::InstantPopup);
    m_layout->addWidget(m_audience);
    m_audienceMenu->setObjectName(QStringLiteral("inkAudienceMenu"));
    for (const InkAudience audience : {InkAudience::Private, InkAudience::All}) {
        QAction *const action = m_audienceMenu->addAction(icon(audienceIcon(audience)), audienceName(audience), this,
                                                          [this, audience] { m_layer.setAudience(audience); });
        action->setObjectName(QStringLiteral("inkAudience%1").arg(static_cast<int>(audience)));
    }
    QMenu *const chosen =
        m_audienceMenu->addMenu(icon(audienceIcon(InkAudience::Chosen)), audienceName(InkAudience::Chosen));
    m_readers->setObjectName(QStringLiteral("inkReaders"));
    m_readers->setAccessibleName(tr("Who reads what is written"));
    m_readers->setFixedSize(grown(kReadersWidth), grown(kReadersHeight));
    auto *const list = new QWidgetAction(chosen);
    list->setDefaultWidget(m_readers);
    chosen->addAction(list);
    connect(m_readers, &QListWidget::itemChanged, this, &InkTools::takeReaders);
}

void InkTools::setReaders(const QList<InkReader> &readers)
{
    const QSignalBlocker quiet(m_readers);
    m_readers->clear();
    for (const InkReader &reader : readers) {
        auto *const item = new QListWidgetItem(reader.name, m_readers);
        item->setData(Qt::UserRole, reader.who.value());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::count(m_layer.readers(), reader.who) > 0 ? Qt::Checked : Qt::Unchecked);
    }
    showAudience();
}

void InkTools::takeReaders()
{
    std::vector<StaffId> readers;
    for (int row = 0; row < m_readers->count(); ++row) {
        const QListWidgetItem *const item = m_readers->item(row);
        if (item->checkState() == Qt::Checked)
            readers.push_back(StaffId(item->data(Qt::UserRole).toLongLong()));
    }
    m_layer.setAudience(InkAudience::Chosen, std::move(readers));
}

void InkTools::showAudience()
{
    const InkAudience audience = m_layer.audience();
    QString words = audienceName(audience);
    QStringList names;
    {
        const QSignalBlocker quiet(m_readers);
        for (int row = 0; row < m_readers->count(); ++row) {
            QListWidgetItem *const item = m_readers->item(row);
            const bool isChosen =
                std::ranges::count(m_layer.readers(), StaffId(item->data(Qt::UserRole).toLongLong())) > 0;
            item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
            if (isChosen)
                names << item->text();
        }
    }
    if (audience == InkAudience::Chosen)
        words = tr("%n person(s)", nullptr, static_cast<int>(m_layer.readers().size()));
    // What others read is not to be written by mistake.
    const Token token = audience == InkAudience::Private ? Token::Text2 : Token::WarnText;
    m_audience->setIcon(icon(audienceIcon(audience), token));
    m_audience->setText(words);
    const QString sentence = audience == InkAudience::Chosen
        ? tr("What you write is read by: %1").arg(names.join(tr(", ")))
        : tr("What you write is read by: %1").arg(audienceName(audience));
    m_audience->setToolTip(sentence);
    m_audience->setAccessibleName(sentence);
    fit();
    updateGeometry();
}

void InkTools::showChoice()
{
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool)
        tool.value()->setChecked(tool.key() == m_choice.tool());
    showSamples();
}

void InkTools::showSamples()
{
    QLayout *const row = m_samples->layout();
    if (m_sampled != m_choice.tool()) {
        m_sampled = m_choice.tool();
        while (QLayoutItem *const item = row->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        const QList<int> colors = m_choice.colors();
        for (const int ink : colors) {
            auto *const sample = new InkSample(ink, kColorDot, m_samples);
            sample->setObjectName(QStringLiteral("inkColor%1").arg(ink));
            sample->setAccessibleName(inkName(ink));
            sample->setToolTip(inkName(ink));
            connect(sample, &InkSample::clicked, this, [this, ink] {
                m_choice.setColor(ink);
                showSamples();
            });
            row->addWidget(sample);
        }
        const QList<float> widths = m_choice.widths();
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const float width = widths.at(i);
            auto *const sample = new InkSample(-1, kLeastDot + static_cast<int>(i) * kDotStep, m_samples);
            const QString name = i == 0 ? tr("Thin") : i + 1 == widths.size() ? tr("Thick") : tr("Medium");
            sample->setObjectName(QStringLiteral("inkWidth%1").arg(i));
            sample->setAccessibleName(name);
            sample->setToolTip(name);
            connect(sample, &InkSample::clicked, this, [this, width] {
                m_choice.setWidth(width);
                showSamples();
            });
            row->addWidget(sample);
        }
        if (m_choice.tool() == InkTool::Eraser) {
            auto *const whole = new QCheckBox(wholeStrokes(), m_samples);
            whole->setObjectName(QStringLiteral("rubsWhole"));
            whole->setChecked(m_choice.rubsWhole());
            connect(whole, &QCheckBox::toggled, &m_choice, &InkChoice::setRubsWhole);
            row->addWidget(whole);
        }
    }
    const auto check = [this](const QString &objectName, bool checked) {
        const QList<InkSample *> samples = m_samples->findChildren<InkSample *>(objectName);
        for (InkSample *const sample : samples)
            sample->setChecked(checked);
    };
    const QList<int> colors = m_choice.colors();
    for (const int ink : colors)
        check(QStringLiteral("inkColor%1").arg(ink), ink == m_choice.color());
    const QList<float> widths = m_choice.widths();
    for (qsizetype i = 0; i < widths.size(); ++i)
        check(QStringLiteral("inkWidth%1").arg(i), widths.at(i) == m_choice.width());
    m_sample->setIcon(sampleIcon());
    fit();
    updateGeometry(); // there may be more or fewer
}

} // namespace kessai
