// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/enddots.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace kessai {

namespace {

constexpr int kMargins = 4; ///< within the line, before and behind the text

class EndDots final : public QObject {
public:
    explicit EndDots(QLineEdit &line)
        : QObject(&line), m_line(line), m_host(line.focusProxy() ? *line.focusProxy() : line),
          m_dots(new QLabel(QStringLiteral("…"), &line))
    {
        m_dots->setObjectName(QStringLiteral("endDots"));
        m_dots->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_dots->setAutoFillBackground(true);
        m_dots->setBackgroundRole(QPalette::Base);
        m_dots->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_dots->hide();
        line.installEventFilter(this);
        if (&m_host != &line)
            m_host.installEventFilter(this); // a box takes the focus for its line
        connect(&line, &QLineEdit::textChanged, this, &EndDots::place,
                Qt::QueuedConnection); // a box takes its tooltip away after it
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::FocusIn:
        case QEvent::FocusOut:
        case QEvent::FontChange: QMetaObject::invokeMethod(this, &EndDots::place, Qt::QueuedConnection); break;
        default: break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void place()
    {
        const QMargins inner = m_line.textMargins();
        const int room = m_line.contentsRect().width() - inner.left() - inner.right() - kMargins;
        const bool cut = m_line.fontMetrics().horizontalAdvance(m_line.text()) > room;
        m_dots->setVisible(cut && !m_line.hasFocus());
        const QRect within = m_line.contentsRect();
        QString whole =
            m_line.fontMetrics().elidedText(m_line.text(), Qt::ElideRight, room); // no half of a letter stays
        whole.chop(1);
        const int from = within.left() + inner.left() + kMargins / 2 + m_line.fontMetrics().horizontalAdvance(whole);
        m_dots->setGeometry(from, within.top() + 1, within.right() + 1 - from, within.height() - 2);
        if (!m_host.toolTip().isEmpty() && m_host.toolTip() != m_said)
            return; // something else is to be known there
        m_said = cut ? m_line.text() : QString();
        m_host.setToolTip(m_said);
    }

    QLineEdit &m_line;
    QWidget &m_host;
    QLabel *m_dots;
    QString m_said;
};

} // namespace

void endWithDots(QLineEdit &line)
{
    new EndDots(line);
}

} // namespace kessai
