// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

// What the papers of a payment have to show since seals fell away (domain.md 5.11).

/// Who stands behind an invoice that bears no seal: 発行責任者 and 担当者, who may be one person, by full name, and a telephone.
struct InvoiceIssuer final {
    QString responsible;
    QString contact;
    QString telephone;
    bool sealed = false;
};
/// Whether an invoice may be taken (AC-S1); else it goes back to its sender (AC-S2).
bool isAcceptable(const InvoiceIssuer &issuer);

/// How both sides signed a contract.
enum class ContractSignature { Sealed, Electronic, TypedNames };
/// Whether a contract of that document is concluded: by 記名押印 or 電子署名, not by names alone (地方自治法234条5項; AC-S4).
bool isConcluded(ContractSignature signature);

/// Whether somebody may be paid to this account: another person's needs 委任状 (AC-S5).
bool mayPayTo(bool holderDiffers, bool proxyThere);

} // namespace kessai
