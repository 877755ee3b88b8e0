// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

#include <memory>

namespace kessai {

class DeskSession;

/// Reads the examiner's queue, opens one voucher after the other, keeps its ticks and acts on it. The next voucher is read ahead, so that
/// it is there at once; what has changed meanwhile is found out when one acts.
class ExaminationPresenter final : public QObject {
    Q_OBJECT

public:
    explicit ExaminationPresenter(DeskSession &session, QObject *parent = nullptr);

    void readQueue();
    /// Opens a voucher; `next` is read ahead.
    void open(CaseId id, std::optional<CaseId> next = std::nullopt);
    void close();
    /// The voucher in sight; none while another is on its way.
    std::shared_ptr<const VoucherFile> file() const { return m_file; }
    bool busy() const { return m_busy; }

    /// The ticks of the voucher in sight, what is being recorded among them.
    const std::vector<ProofMark> &marks() const { return m_marks; }
    const ProofMark *mark(const QString &field) const;
    void setTick(const QString &field, bool ticked, const std::optional<ProofPlace> &place = std::nullopt);

    /// Acts on the voucher in sight, once its ticks are recorded; further acts meanwhile are ignored.
    void act(const Act &act);

Q_SIGNALS:
    void queueRead(const kessai::ExaminationQueue &queue);
    void returnsRead(const std::vector<kessai::ReturnCount> &returns);
    void readFailed(const kessai::Error &error);
    void opened();
    void openFailed(const kessai::Error &error);
    /// The next voucher is here, so that its papers can be fetched.
    void nextRead(const kessai::VoucherFile &next);
    void marksChanged();
    /// A tick of the voucher of this number could not be recorded; it is as it was.
    void markFailed(const QString &number, const kessai::Error &error);
    void busyChanged(bool busy);
    void acted(kessai::CaseId id, const kessai::Act &act);
    void actFailed(const QString &number, const kessai::Error &error);

private:
    using File = std::shared_ptr<const VoucherFile>;
    void read(CaseId id, bool ahead);
    void show(const File &file);
    void setBusy(bool busy);

    DeskSession &m_session;
    File m_file;
    File m_ahead; ///< the next one
    std::vector<ProofMark> m_marks;
    std::optional<CaseId> m_wanted;
    std::optional<CaseId> m_next;
    int m_generation = 0;
    int m_queues = 0;
    QString m_requestId; ///< of the act under way or of unknown outcome
    QString m_requestKey;
    bool m_busy = false;
};

} // namespace kessai
