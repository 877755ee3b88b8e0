// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/revisiondraft.h"

#include <QFile>

#include <chrono>
#include <utility>

namespace kessai {

namespace {

constexpr std::chrono::milliseconds kPause{200};

} // namespace

RevisionDraft::RevisionDraft(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_book.office = session.info().office;
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_next && !m_asking)
            askNext();
    });
}

void RevisionDraft::read()
{
    m_session.desk().ask([](Desk &desk) { return desk.ruleBook(); }).then(this, [this](const Result<RuleBook> &book) {
        if (!book) {
            Q_EMIT readFailed(book.error());
            return;
        }
        m_book = *book;
        Q_EMIT bookRead();
        if (writing())
            check(); // who holds which post may be another now
    });
}

bool RevisionDraft::blocked() const
{
    return std::any_of(m_problems.begin(), m_problems.end(), [](const RuleProblem &one) { return one.blocks; });
}

/// One question at a time, and a pause behind each: what was changed meanwhile is asked about next, all of it at once.
void RevisionDraft::checkBy(Question question)
{
    m_next = std::move(question);
    if (!m_asking && !m_pause.isActive())
        askNext();
}

void RevisionDraft::askNext()
{
    m_asking = true;
    m_pause.start();
    m_session.desk().ask(std::exchange(m_next, nullptr)).then(this, [this](const Problems &problems) {
        m_asking = false;
        if (m_next) {
            if (!m_pause.isActive())
                askNext();
        } else if (problems && writing()) {
            m_problems = *problems;
            Q_EMIT problemsFound();
        }
    });
}

void RevisionDraft::forgetProblems()
{
    m_problems.clear();
    m_next = nullptr;
}

void RevisionDraft::adoptBy(std::function<Result<>(Desk &)> door, std::function<void()> done, const QDate &day)
{
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk().run(std::move(door)).then(this, [this, day, done = std::move(done)](const Result<> &result) {
        m_busy = false;
        Q_EMIT busyChanged(false);
        if (!result) {
            Q_EMIT adoptionFailed(result.error());
            if (result.error().refusal == Refusal::Stale)
                read(); // so that giving up and writing again is upon theirs
            return;
        }
        done();
        Q_EMIT adopted(day);
        read();
        m_session.refresh();
    });
}

Result<QByteArray, std::vector<TableRowProblem>> RevisionDraft::bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(std::vector<TableRowProblem>{
            {0,
             {QStringLiteral("ファイルを開けません（%1）。").arg(file.errorString()),
              QStringLiteral("The file cannot be opened (%1).").arg(file.errorString())}}});
    return file.read(kMostDecisionFileBytes + 1);
}

} // namespace kessai
