// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/pagesmenu.h"

#include "ui/meetings/book.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPagesMenuWidth = 260;

} // namespace

std::optional<std::vector<int>> pagesOf(const QString &words, int count)
{
    static const QRegularExpression kRange(QStringLiteral("^(\\d{1,6})(?:-(\\d{1,6}))?$"));
    static const QRegularExpression kDashes(QStringLiteral("[~〜～ー‐‑–—−]"));
    static const QRegularExpression kAround(QStringLiteral("\\s*-\\s*"));
    static const QRegularExpression kCommas(QStringLiteral("[,、，\\s]+"));
    QString plain = words.normalized(QString::NormalizationForm_KC).replace(kDashes, QStringLiteral("-"));
    plain.replace(kAround, QStringLiteral("-"));
    std::vector<int> pages;
    for (const QString &part : plain.split(kCommas, Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch range = kRange.match(part);
        const int first = range.captured(1).toInt();
        const int last = range.captured(2).isEmpty() ? first : range.captured(2).toInt();
        if (!range.hasMatch() || first < 1 || last < first || last > count)
            return std::nullopt;
        for (int page = first; page <= last; ++page)
            pages.push_back(page - 1);
    }
    std::ranges::sort(pages);
    const auto again = std::ranges::unique(pages);
    pages.erase(again.begin(), again.end());
    return pages.empty() ? std::nullopt : std::optional(pages);
}

PagesMenu::PagesMenu(const QString &title, QWidget *parent) : QMenu(title, parent)
{
    auto *inside = new QWidget(this);
    m_name = new ElidedLabel(TextRole::Caption, inside);
    m_words = new QLineEdit(inside);
    m_words->setObjectName(QStringLiteral("pagesWords"));
    m_words->setAccessibleName(tr("Pages of the paper shown"));
    m_words->setPlaceholderText(tr("e.g. 2-4, 7"));
    m_words->setMinimumHeight(metric::kControlHeight);
    m_wrong = new TextLabel(TextRole::Caption, inside);
    m_wrong->setObjectName(QStringLiteral("pagesWrong"));
    m_wrong->setToken(Token::WarnText);
    m_wrong->setWordWrap(true);
    m_print = pageButton(tr("Print"), "printPages", inside);
    m_save = pageButton(tr("Save as PDF"), "savePages", inside);
    m_save->setToolTip(tr("As pictures of the pages, with what is written on them"));
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metric::kGap);
    acts->addWidget(m_print);
    acts->addWidget(m_save);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kGap);
    layout->setSpacing(metric::kGap);
    layout->addWidget(m_name);
    layout->addWidget(m_words);
    layout->addWidget(m_wrong);
    layout->addLayout(acts);
    inside->setFixedWidth(grown(kPagesMenuWidth));
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(inside);
    addAction(action);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &PagesMenu::check);
    connect(m_print, &QPushButton::clicked, this, [this] { finish(&PagesMenu::printRequested); });
    connect(m_save, &QPushButton::clicked, this, [this] { finish(&PagesMenu::saveRequested); });
}

void PagesMenu::setPaper(const BookPaper &paper, int shown)
{
    m_paper = paper.paper;
    m_revision = paper.revision;
    m_count = paper.pages;
    m_name->setText(paperName(paper));
    m_words->setText(QString::number(shown + 1));
    check();
}

void PagesMenu::check()
{
    const bool right = pagesOf(m_words->text(), m_count).has_value();
    m_wrong->setText(right ? QString() : tr("Pages from 1 to %1, as in 2-4, 7").arg(m_count));
    m_print->setEnabled(right);
    m_save->setEnabled(right);
}

void PagesMenu::finish(void (PagesMenu::*signal)(int, int, const std::vector<int> &))
{
    const auto pages = pagesOf(m_words->text(), m_count);
    if (!pages)
        return;
    // The menus it is in go, too, whichever they are.
    close();
    while (QWidget *const menu = QApplication::activePopupWidget()) {
        if (!menu->close())
            break;
    }
    Q_EMIT(this->*signal)(m_paper, m_revision, *pages);
}

void PagesMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    m_words->setFocus(Qt::PopupFocusReason);
    m_words->selectAll();
}

bool PagesMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QMenu::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish(&PagesMenu::printRequested);
        return true;
    }
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    return QMenu::eventFilter(watched, event);
}

} // namespace kessai
