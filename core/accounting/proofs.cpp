// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/proofs.h"

namespace kessai {

bool isAcceptable(const InvoiceIssuer &issuer)
{
    return issuer.sealed
        || (!issuer.responsible.trimmed().isEmpty() && !issuer.contact.trimmed().isEmpty()
            && !issuer.telephone.trimmed().isEmpty());
}

bool isConcluded(ContractSignature signature)
{
    switch (signature) {
    case ContractSignature::Sealed:
    case ContractSignature::Electronic: return true;
    case ContractSignature::TypedNames: return false;
    }
    return false;
}

bool mayPayTo(bool holderDiffers, bool proxyThere)
{
    return !holderDiffers || proxyThere;
}

} // namespace kessai
