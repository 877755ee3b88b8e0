// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/papersnote.h"

#include "core/services/examination.h"
#include "ui/cases/papercheck.h"
#include "ui/formview/composepresenter.h"

namespace kessai {

namespace {

constexpr int kRestMs = 600;

/// Whether what a form pays is what a paper asks for. A journey is paid by what it will cost, and settled by a difference that no paper bears.
bool paysByPaper(const FormDefinition &form)
{
    return ordersPayment(form) && form.field(QStringLiteral("invoice"));
}

} // namespace

PapersNote::PapersNote(DeskSession &session, ComposePresenter &presenter, QWidget *parent)
    : TextLabel(TextRole::Caption, parent), m_presenter(presenter), m_check(new PaperCheck(session, this))
{
    setObjectName(QStringLiteral("papersNote"));
    setWordWrap(true);
    setToken(Token::WarnText);
    hide();
    m_later.setSingleShot(true);
    m_later.setInterval(kRestMs);
    connect(&m_later, &QTimer::timeout, this, &PapersNote::look);
    for (const auto changed :
         {&ComposePresenter::loaded, &ComposePresenter::previewed, &ComposePresenter::attachmentsChanged})
        connect(&presenter, changed, this, &PapersNote::wait);
    connect(&presenter, &ComposePresenter::draftSaved, this, &PapersNote::wait); // now they can be read
    connect(m_check, &PaperCheck::checked, this, [this](const QStringList &remarks) {
        if (!m_check->couldRead())
            m_papers.clear(); // until they can
        const bool missing = !remarks.isEmpty() && m_check->couldRead();
        say(missing ? tr("%1 See whether this is the right paper and the right amount.").arg(remarks.front())
                    : QString());
    });
}

void PapersNote::say(const QString &note)
{
    setText(note);
    setVisible(!note.isEmpty());
    Q_EMIT said(note);
}

/// What was said is about what was written before.
void PapersNote::wait()
{
    const Content &content = m_presenter.content();
    const qint64 yen = m_presenter.preview().amount.value_or(Yen(0)).amount();
    if (yen == m_yen && content.attachments == m_papers && paysByPaper(m_presenter.definition()))
        return;
    say({});
    m_check->stop();
    m_papers.clear(); // what was stopped found nothing, and is looked for again
    m_later.start();
}

void PapersNote::look()
{
    if (!m_presenter.caseId() || m_presenter.uploading() || m_presenter.previewing()
        || !paysByPaper(m_presenter.definition()))
        return; // what is under way leads here again
    m_papers = m_presenter.content().attachments;
    m_yen = m_presenter.preview().amount.value_or(Yen(0)).amount();
    if (!m_papers.empty() && m_yen > 0)
        m_check->check(m_papers, m_yen);
}

} // namespace kessai
