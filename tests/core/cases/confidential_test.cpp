// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/confidential.h"

#include "tests/support/printers.h"

#include <QJsonArray>

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

namespace {

const QByteArray kSalt(64, '7');

FormDefinition definition()
{
    FormDefinition form;
    for (const char *key : {"day", "reason", "kind", "after_reason"}) {
        FieldDefinition field;
        field.key = QString::fromLatin1(key);
        field.kind = FieldKind::Text;
        field.confidential = field.key.endsWith(QLatin1String("reason"));
        form.fields.push_back(field);
    }
    form.confidentialAttachments = true;
    return form;
}

Content typed()
{
    Content content{QStringLiteral("leave"),
                    1,
                    {{QStringLiteral("day"), QStringLiteral("2026-12-03")},
                     {QStringLiteral("reason"), QStringLiteral("通院のため")}},
                    {}};
    content.attachments = {
        {QStringLiteral("診断書.pdf"),
         QStringLiteral("application/pdf"),
         3,
         QByteArray(64, 'a'),
         {QByteArray(64, 'a')}},
        {QStringLiteral("写し"), QStringLiteral("image/png"), 3, QByteArray(64, 'b'), {QByteArray(64, 'b')}}};
    return content;
}

} // namespace

TEST(Confidential, StandsApartAndComesTogetherAgain)
{
    const Content content = confided(typed(), definition(), kSalt);

    EXPECT_EQ(content.fields.keys(), QStringList{QStringLiteral("day")});
    ASSERT_TRUE(content.confidential);
    EXPECT_EQ(content.confidential->fields.keys(), QStringList{QStringLiteral("reason")});
    EXPECT_EQ(content.confidentialDigest, content.confidential->digest());
    EXPECT_EQ(disclosed(content).fields, typed().fields);
    EXPECT_EQ(confided(disclosed(content), definition(), kSalt), content);
}

TEST(Confidential, FilesHaveNamesThatSayNothing)
{
    const Content content = confided(typed(), definition(), kSalt);

    EXPECT_EQ(content.attachments[0].name, QStringLiteral("証明書類1.pdf"));
    EXPECT_EQ(content.attachments[1].name, QStringLiteral("証明書類2"));
    EXPECT_TRUE(content.attachments[0].confidential && content.attachments[1].confidential);
}

TEST(Confidential, ChangesNothingWhereThereIsNone)
{
    Content plain = typed();
    plain.fields.remove(QStringLiteral("reason"));
    FormDefinition form = definition();
    form.confidentialAttachments = false;

    const Content content = confided(plain, form, kSalt);

    EXPECT_EQ(content, plain);
    EXPECT_EQ(content.digest(), plain.digest());
}

TEST(Confidential, IsSealedForThoseAsWellWhoMayNotReadIt)
{
    Content content = confided(typed(), definition(), kSalt);
    const QByteArray seal = content.digest();
    const QByteArray own = content.confidentialDigest;

    content.confidential.reset();

    EXPECT_EQ(content.digest(), seal);
    Content other = typed();
    other.fields.insert(QStringLiteral("reason"), QStringLiteral("通院のためです"));
    EXPECT_NE(confided(other, definition(), kSalt).digest(), seal);
    // The same words under another salt look like others.
    EXPECT_NE(confided(typed(), definition(), QByteArray(64, '8')).confidentialDigest, own);
}

TEST(Confidential, IsNotAmongWhatMayLieAround)
{
    const Content open = openPart(typed(), definition());

    EXPECT_FALSE(open.fields.contains(QStringLiteral("reason")));
    EXPECT_EQ(open.attachments[0].name, QStringLiteral("証明書類1.pdf"));
    EXPECT_FALSE(open.confidential || !open.confidentialDigest.isEmpty());
}

TEST(Confidential, TellsWhatIsWrongWithItsParts)
{
    const FormDefinition form = definition();
    const Content sound = confided(typed(), form, kSalt);
    EXPECT_EQ(confidentialProblem(sound, form, true), QString());

    Content gone = sound;
    gone.confidential.reset();
    EXPECT_EQ(confidentialProblem(gone, form, false), QString());
    EXPECT_NE(confidentialProblem(gone, form, true), QString());

    Content swapped = sound;
    swapped.confidential->salt = QByteArray(64, '8');
    EXPECT_NE(confidentialProblem(swapped, form, true), QString());

    Content added = sound;
    added.confidentialDigest.clear();
    EXPECT_NE(confidentialProblem(added, form, true), QString());

    Content hidden = sound; // what everybody should read, kept from them
    hidden.confidential->fields.insert(QStringLiteral("day"), QStringLiteral("2026-12-04"));
    hidden.confidentialDigest = hidden.confidential->digest();
    EXPECT_NE(confidentialProblem(hidden, form, true), QString());

    Content bare = sound;
    bare.attachments[1].confidential = false;
    EXPECT_NE(confidentialProblem(bare, form, false), QString());
}

TEST(Confidential, LosesAndAddsNothingWhateverIsTyped)
{
    std::mt19937 random(20261126);
    const std::vector<QJsonValue> values{QString(), QStringLiteral("通院"), 5,
                                         true,      QJsonValue::Null,       QJsonArray{1, 2}};
    for (int n = 0; n < 500; ++n) {
        FormDefinition form = definition();
        for (FieldDefinition &field : form.fields)
            field.confidential = random() % 2 == 0;
        Content content{QStringLiteral("leave"), 1, {}, {}};
        for (const char *key : {"day", "reason", "kind", "after_reason", "cancels"}) {
            if (random() % 3 != 0)
                content.fields.insert(QLatin1String(key), values[random() % values.size()]);
        }

        const Content parted = confided(content, form, kSalt);

        EXPECT_EQ(disclosed(parted).fields, content.fields);
        EXPECT_EQ(confidentialProblem(parted, form, true), QString());
        for (const FieldDefinition &field : form.fields) {
            EXPECT_FALSE(field.confidential && parted.fields.contains(field.key));
            EXPECT_FALSE(!field.confidential && parted.confidential && parted.confidential->fields.contains(field.key));
        }
    }
}

} // namespace kessai::test
