// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

inline constexpr int kLongestWording = 300; ///< characters of a label, a hint or a choice in one language

// Whether a form still works with a definition an office wrote. Its class reads fields by their keys and compares choices by their codes: those stay.
// What an office changes are words, order, width, what must be filled in, choices nothing depends on, and the printed layout; and it adds fields of
// its own, which are written down, shown and printed, and of which no rule knows.

/// What the key of a field of the office's own begins with, so that no later program brings another of the same name.
inline constexpr QLatin1String kOwnField("office_");
bool isOwnField(const QString &key);
/// The kinds such a field may have.
const std::vector<FieldKind> &ownFieldKinds();
/// A key no field of a definition has, nor had one in the revisions of the form.
QString freeFieldKey(const FormDefinition &definition, const std::vector<const FormDefinition *> &revisions);
/// What the code of a choice of the office's own begins with.
inline constexpr QLatin1String kOwnChoice("own_");
/// A code no choice of a field has, nor had one in the revisions of the form: cases filed with a retired one are told apart by it.
QString freeChoiceCode(const FieldDefinition &field, const std::vector<const FormDefinition *> &revisions);

/// Whether a definition may take the place of another, as both notaries see to it (migration 0041): it can be read, and all that makes a field of
/// the form what it is stays as it was.
Result<> mayFollow(const FormDefinition &next, const FormDefinition &before);

/// The other way round than inBothLanguages, for whoever writes: without the English that says no more than the Japanese.
FormDefinition inOneLanguage(FormDefinition definition);
/// What is said in Japanese only is said so in English as well: nobody has to translate what a field of their own is called.
FormDefinition inBothLanguages(FormDefinition definition);

/// What a clerk has to put right in the next definition of a form before it can be used, in words.
std::vector<Bilingual> problemsIn(const FormDefinition &next, const FormDefinition &before, const Form &form);

/// How a condition reads: "契約の方法が「随意契約」のとき"; empty where there is none.
Bilingual conditionText(const QJsonObject &condition, const FormDefinition &definition);

} // namespace kessai
