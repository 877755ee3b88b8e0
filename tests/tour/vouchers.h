// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/door.h"
#include "core/services/desk.h"

#include <map>
#include <memory>

namespace kessai::tour {

/// Brings vouchers before the accounting section of a trial office, by the acts of those who file and agree to them, each with an
/// invoice and a delivery note that say the same on paper.
class VoucherMaker final {
public:
    VoucherMaker(Door &door, const FormCatalog &catalog, const Clock &clock, QString database);

    /// Files so many and brings them to their examination, `coming` of them not quite; false, with `error`, where something is not allowed.
    bool make(int count, int coming);
    /// The paper of the first of the next ones says another amount.
    void mistake() { m_mistake = true; }
    QString error() const { return m_error; }
    /// Who examines them.
    std::optional<StaffId> examiner() const { return m_examiner; }

private:
    Desk *deskOf(StaffId who);
    bool chooseDrafter();
    bool makeOne(int no, bool coming);
    QJsonObject fields(int no, const PayeeRef &payee) const;
    struct PaperLine {
        int x;
        int y;
        double points;
        QString text;
    };
    static QByteArray paper(const QString &title, const std::vector<PaperLine> &lines);
    QByteArray invoice(const QJsonObject &fields) const;
    QByteArray deliveryNote(const QJsonObject &fields) const;
    static Result<Attachment> attach(Desk &desk, const QString &name, const QByteArray &bytes);
    bool agree(CaseId id);
    bool fail(const QString &what, const Error &error);

    Door &m_door;
    const FormCatalog &m_catalog;
    const Clock &m_clock;
    QString m_database;
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
    std::optional<StaffId> m_drafter;
    std::optional<StaffId> m_examiner;
    std::optional<DeskInfo> m_info; ///< the drafter's
    QString m_line;
    QString m_inspector; ///< by number
    std::vector<PayeeRef> m_payees;
    bool m_mistake = false;
    QString m_error;
};

} // namespace kessai::tour
