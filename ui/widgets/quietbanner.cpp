// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quietbanner.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int kNewsShown = 30'000; ///< milliseconds

struct BannerLook final {
    QString icon;
    Token text;
    Token fill;
};

BannerLook bannerLook(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Information: return {u"info-circle"_s, Token::InfoText, Token::InfoFill};
    case BannerKind::Success: return {u"circle-check"_s, Token::SuccessText, Token::SuccessFill};
    case BannerKind::Warning: return {u"alert-triangle"_s, Token::WarnText, Token::WarnFill};
    case BannerKind::Error: return {u"circle-x"_s, Token::DangerText, Token::DangerFill};
    }
    Q_UNREACHABLE();
}

} // namespace

QuietBanner::QuietBanner(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new TextLabel(TextRole::Body, this)),
      m_action(new QPushButton(this)), m_close(new QToolButton(this)), m_lapse(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 4, 3);
    layout->setSpacing(metric::kGap);
    m_text->setWordWrap(true);
    m_text->setContentsMargins(0, 6, 0, 6);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"bannerText"_s);
    m_action->setObjectName(u"bannerAction"_s);
    setButtonKind(*m_action, ButtonKind::Link);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(u"x"_s));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &QuietBanner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &QuietBanner::close);
    m_lapse->setSingleShot(true);
    m_lapse->setInterval(kNewsShown);
    connect(m_lapse, &QTimer::timeout, this, &QuietBanner::clear);
    hide();
}

void QuietBanner::say(BannerKind kind, const QString &text, const QString &action, bool closable)
{
    m_kind = kind;
    m_words = text;
    m_fitted = {};
    m_text->setText(text);
    m_text->setToolTip({});
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_close->setVisible(closable);
    const bool isNews = kind == BannerKind::Information || kind == BannerKind::Success;
    if (isNews && closable && action.isEmpty())
        m_lapse->start();
    else
        m_lapse->stop();
    setAccessibleName(text);
    dress();
    update(); // another kind has another ground, also beside the words
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void QuietBanner::clear()
{
    m_lapse->stop();
    m_words.clear();
    m_text->clear();
    hide();
}

void QuietBanner::fit(int width, int most)
{
    const QSize room(width, most);
    // Shown for the first time, letters and buttons may turn out larger than they were before.
    const bool isOver = heightForWidth(width) > most && m_text->text().size() > 1;
    if (std::exchange(m_fitted, room) != room || isOver)
        cutWords(width, most);
}

void QuietBanner::cutWords(int width, int most)
{
    const auto fits = [&](const QString &words) {
        m_text->setText(words);
        layout()->invalidate();
        return heightForWidth(width) <= most;
    };
    m_text->setToolTip({});
    if (fits(m_words))
        return;
    m_text->setToolTip(u"<qt>%1</qt>"_s.arg(m_words.toHtmlEscaped()));
    const auto cut = [this](qsizetype length) { return QString(m_words.left(length).trimmed() + u'…'); };
    qsizetype fitting = 0;
    qsizetype longer = m_words.size();
    while (longer - fitting > 1) {
        const qsizetype middle = (fitting + longer) / 2;
        (fits(cut(middle)) ? fitting : longer) = middle;
    }
    m_text->setText(cut(fitting));
}

void QuietBanner::close()
{
    clear();
    Q_EMIT closed();
}

void QuietBanner::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    const BannerLook look = bannerLook(m_kind);
    QPainter painter(this);
    const QColor outline = t.highContrast() ? t[Token::Border] : mixed(t[look.text], t[look.fill], 0.25);
    paintRounded(painter, rect(), metric::kControlRadius, t[look.fill], outline);
}

void QuietBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        dress();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        m_fitted = {};
}

void QuietBanner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_close->isHidden()) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void QuietBanner::dress()
{
    const BannerLook look = bannerLook(m_kind);
    m_text->setToken(look.text);
    m_icon->setPixmap(
        icon(look.icon, look.text).pixmap(QSize(metric::kIconSize, metric::kIconSize), devicePixelRatioF()));
}

UndoLine::UndoLine(QWidget *parent)
    : QWidget(parent), m_text(new ElidedLabel(TextRole::Body, this)), m_undo(new QPushButton(this)),
      m_timer(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    setButtonKind(*m_undo, ButtonKind::Link);
    m_undo->setObjectName(u"undo"_s);
    m_undo->setFixedHeight(metric::kStatusBarHeight - 2);
    m_undo->hide();
    m_timer->setSingleShot(true);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    layout->addStretch(1);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT undoRequested();
    });
    connect(m_timer, &QTimer::timeout, this, [this] {
        const bool lapsed = canUndo();
        clear();
        if (lapsed)
            Q_EMIT offerLapsed();
    });
}

void UndoLine::say(const QString &text)
{
    offer(text, {});
}

void UndoLine::offer(const QString &text, const QString &undo, int milliseconds)
{
    const bool lapsed = canUndo();
    m_timer->stop();
    m_text->setText(text);
    m_undo->setText(undo);
    m_undo->setVisible(!undo.isEmpty());
    setAccessibleName(text);
    if (lapsed)
        Q_EMIT offerLapsed();
    if (undo.isEmpty() && !text.isEmpty())
        m_timer->start(kNewsShown);
    else if (milliseconds > 0)
        m_timer->start(milliseconds);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoLine::clear()
{
    m_timer->stop();
    m_text->clear();
    m_undo->hide();
    setAccessibleName({});
}

QString UndoLine::text() const
{
    return m_text->text();
}

bool UndoLine::canUndo() const
{
    return !m_undo->isHidden();
}

} // namespace kessai
