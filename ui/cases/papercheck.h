// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casecheck.h"

#include <QHash>

namespace kessai {

class DeskSession;
class DocumentPresenter;
class Download;

/// Whether a voucher has papers of its own, and its amount stands in one of them: those of the commitment prove what was agreed, not what
/// is asked for. Where it does not, it says what does. The papers are read by the helper process; what was found in them is remembered.
class PaperCheck final : public CaseCheck {
    Q_OBJECT

public:
    explicit PaperCheck(DeskSession &session, QObject *parent = nullptr);
    void check(const CaseView &view) override;
    /// The same of papers that are to bear an amount.
    void check(std::vector<Attachment> papers, qint64 yen);
    void stop() override;
    /// Whether it had papers, and all that were looked at could be read.
    bool couldRead() const { return !m_papers.empty() && !m_illegible; }

private:
    enum class Known { Bears, Lacks, Illegible };
    void next();
    void read(const QByteArray &bytes);
    void onText();
    void know(Known what);
    /// What is said of papers that were all looked through.
    QString missing() const;
    QString key() const;

    DeskSession &m_session;
    DocumentPresenter *m_document;
    Download *m_download = nullptr;
    std::vector<Attachment> m_papers; ///< of the voucher in question
    size_t m_at = 0;                  ///< the one that is read
    qint64 m_yen = 0;
    bool m_reading = false;
    bool m_illegible = false;                         ///< one of them has no text, or could not be opened
    QHash<QString, Known> m_known;                    ///< whether an amount stands in a paper
    QHash<QByteArray, std::vector<qint64>> m_amounts; ///< what stands in one that lacks it, by its digest
};

} // namespace kessai
