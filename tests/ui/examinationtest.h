// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pdfsamples.h"
#include "tests/ui/trialwindow.h"
#include "ui/examination/proofpane.h"
#include "ui/examination/queuemodel.h"
#include "ui/examination/voucherpane.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentview.h"
#include "ui/shell/officepage.h"
#include "ui/tray/bulkpanel.h"

#include <QLabel>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// 審査 in the window, at a real desk over a trial office. 芝 and 志賀 are 審査担当.
class ExaminationPageTest : public TrialWindow {
protected:
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    QJsonObject voucher(const QString &subject, int daysAhead, qint64 yen = 0)
    {
        QJsonObject fields = memo(subject, yen);
        fields.insert(u"pays"_s, true);
        fields.insert(u"payment_on"_s, office.clock().now().day().addDays(daysAhead).toString(Qt::ISODate));
        return fields;
    }
    CaseId arrived(const QJsonObject &fields)
    {
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }
    CaseId arrived(const QString &subject, int daysAhead) { return arrived(voucher(subject, daysAhead)); }
    using Papers = QList<std::pair<QString, QByteArray>>;
    /// With papers of these names and words.
    CaseId filed(const QJsonObject &fields, const Papers &papers)
    {
        Hand sato(office, people.sato);
        std::vector<Attachment> files;
        for (const auto &[name, words] : papers) {
            const auto file =
                sato.upload(name, sample::plainPdf({300, 400}, "BT /F1 14 Tf 40 300 Td (" + words + ") Tj ET"));
            EXPECT_TRUE(fine(file));
            files.push_back(*file);
        }
        const auto id = sato.draft(fields, std::nullopt, 1, std::move(files));
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(sato.submit(*id)));
        return *id;
    }
    CaseId arrived(const QJsonObject &fields, const Papers &papers)
    {
        const CaseId id = filed(fields, papers);
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(Hand(office, who).approve(id)));
        return id;
    }
    /// With papers of these words, whose names say nothing.
    CaseId arrived(const QString &subject, int daysAhead, const QList<QByteArray> &words)
    {
        Papers papers;
        for (const QByteArray &one : words)
            papers.append({u"%1 %2.pdf"_s.arg(subject).arg(papers.size() + 1), one});
        QJsonObject fields = voucher(subject, daysAhead);
        fields.insert(u"from"_s, u"2026-11-20"_s);
        return arrived(fields, papers);
    }
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        m_window->goTo(u"examination"_s);
        settle();
    }
    template <class W>
    W *find(const char *name)
    {
        W *found = m_window->findChild<QWidget *>(u"examinationPage"_s)->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    BulkPanel *bulk() { return m_window->findChild<QWidget *>(u"examinationPage"_s)->findChild<BulkPanel *>(); }
    QTableView *queue() { return find<QTableView>("queueTable"); }
    QueueModel *model() { return qobject_cast<QueueModel *>(queue()->model()); }
    QString title() { return find<QLabel>("voucherTitle")->text(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key(key), modifiers);
        settle();
    }
    void hold(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QKeyEvent repeat(QEvent::KeyPress, key, modifiers, {}, true);
        QApplication::sendEvent(m_window->focusWidget(), &repeat);
        settle();
    }
    ProofPane *proof() { return m_window->findChild<VoucherPane *>(u"voucherPane"_s)->proof(); }
    /// Whether the paper in sight is open.
    bool seesPaper()
    {
        const DocumentView *view = proof()->currentView();
        return wait([this] { return proof()->settled(); })
            && const_cast<DocumentView *>(view)->presenter().state() == DocumentPresenter::State::Ready;
    }
    qsizetype papersOpen()
    {
        const auto views = proof()->findChildren<DocumentView *>();
        return std::count_if(views.begin(), views.end(), [](DocumentView *view) {
            return view->presenter().state() != DocumentPresenter::State::Empty;
        });
    }
    QString proofAt(int row) { return find<QTableWidget>("checkTable")->item(row, 2)->text(); }
    std::vector<ProofMark> marksOf(CaseId id) { return office.owner().cases().load(id)->marks; }

    std::unique_ptr<OfficePage> m_window;
};

} // namespace kessai::test
