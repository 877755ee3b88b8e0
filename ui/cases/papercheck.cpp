// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/papercheck.h"

#include "core/accounting/spellings.h"
#include "core/services/transfer.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/shell/desksession.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace kessai {

namespace {

constexpr size_t kMostNamed = 3; ///< amounts, of the many there are in a paper: the largest is most often the sum

} // namespace

PaperCheck::PaperCheck(DeskSession &session, QObject *parent)
    : CaseCheck(parent), m_session(session), m_document(new DocumentPresenter(this))
{
    connect(m_document, &DocumentPresenter::hitsChanged, this, &PaperCheck::onText);
    connect(m_document, &DocumentPresenter::stateChanged, this, [this] {
        const auto state = m_document->state();
        if (!m_reading || (state != DocumentPresenter::State::Locked && state != DocumentPresenter::State::Failed))
            return;
        know(Known::Illegible);
    });
}

void PaperCheck::check(const CaseView &view)
{
    std::vector<Attachment> papers;
    std::copy_if(view.content.attachments.begin(), view.content.attachments.end(), std::back_inserter(papers),
                 [&](const Attachment &one) { return !one.confidential || view.record.privy; });
    check(std::move(papers), view.record.amount.value_or(0));
}

void PaperCheck::check(std::vector<Attachment> papers, qint64 yen)
{
    stop();
    m_papers = std::move(papers);
    m_yen = yen;
    m_at = 0;
    m_illegible = false;
    if (m_papers.empty())
        Q_EMIT checked({tr("It has no paper.")});
    else if (m_yen <= 0)
        Q_EMIT checked({});
    else
        next();
}

void PaperCheck::stop()
{
    m_reading = false;
    if (m_download)
        m_download->deleteLater(); // what comes of it goes nowhere
    m_download = nullptr;
    m_document->clear();
}

QString PaperCheck::key() const
{
    return QString::fromLatin1(m_papers[m_at].sha256) + QLatin1Char('/') + QString::number(m_yen);
}

/// Reads the next paper that is not known to be without the amount.
void PaperCheck::next()
{
    for (; m_at < m_papers.size(); ++m_at) {
        const auto known = m_known.constFind(key());
        if (known == m_known.constEnd())
            break;
        if (*known == Known::Bears) {
            Q_EMIT checked({});
            return;
        }
        m_illegible = m_illegible || *known == Known::Illegible;
    }
    if (m_at == m_papers.size()) {
        Q_EMIT checked({missing()});
        return;
    }
    m_download = new Download(m_session.desk(), m_papers[m_at], this);
    connect(m_download, &Download::finished, this, [this, from = m_download](const QByteArray &bytes) {
        if (from == m_download)
            read(bytes);
    });
    connect(m_download, &Download::failed, this, [this, from = m_download] {
        if (from != m_download)
            return;
        m_illegible = true;
        ++m_at; // it may be had another time
        next();
    });
    m_download->start();
}

QString PaperCheck::missing() const
{
    const auto yen = [](qint64 amount) { return QLocale(QLocale::Japanese).toString(amount); };
    if (m_illegible)
        return tr("¥%1 is not found: a paper has no text that can be read.").arg(yen(m_yen));
    std::vector<qint64> amounts;
    for (const Attachment &paper : m_papers) {
        const auto &there = m_amounts.value(paper.sha256);
        amounts.insert(amounts.end(), there.begin(), there.end());
    }
    std::sort(amounts.begin(), amounts.end(), std::greater());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    amounts.resize(std::min(amounts.size(), kMostNamed));
    QStringList named;
    for (const qint64 amount : amounts)
        named.append(tr("¥%1").arg(yen(amount)));
    return named.isEmpty()
        ? tr("¥%1 is in none of its papers.").arg(yen(m_yen))
        : tr("¥%1 is in none of its papers. They say %2.").arg(yen(m_yen), named.join(tr(", ", "between amounts")));
}

void PaperCheck::read(const QByteArray &bytes)
{
    m_download->deleteLater();
    m_download = nullptr;
    m_reading = true;
    m_document->setDocument(m_papers[m_at].name, m_papers[m_at].mediaType, bytes);
    m_document->searchValue(spellingsOf(Yen(m_yen)));
}

void PaperCheck::onText()
{
    if (!m_reading || m_document->state() != DocumentPresenter::State::Ready)
        return;
    if (!m_document->hits().isEmpty()) {
        know(Known::Bears);
    } else if (!m_document->isSearching()) {
        know(m_document->hasNoText() ? Known::Illegible : Known::Lacks);
    }
}

void PaperCheck::know(Known what)
{
    m_reading = false;
    m_known.insert(key(), what);
    if (what == Known::Lacks)
        m_amounts.insert(m_papers[m_at].sha256, amountsIn(m_document->plainText()));
    next();
}

} // namespace kessai
