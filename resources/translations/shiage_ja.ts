<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>Shiage</name>
    <message>
        <source>close gaps up to {gap} px</source>
        <translation>{gap} px までの隙間を閉じる</translation>
    </message>
    <message>
        <source>close no gaps</source>
        <translation>隙間を閉じない</translation>
    </message>
    <message>
        <source>add shot {shot}</source>
        <translation>カット {shot} を追加</translation>
    </message>
    <message>
        <source>remove shot {shot}</source>
        <translation>カット {shot} を除外</translation>
    </message>
    <message>
        <source>remove key {number}</source>
        <translation>動画 {number} のキーを解除</translation>
    </message>
    <message>
        <source>remove {count} keys</source>
        <translation>キー{count}枚を解除</translation>
    </message>
    <message>
        <source>mark key {number}</source>
        <translation>動画 {number} をキーに設定</translation>
    </message>
    <message>
        <source>mark {count} keys</source>
        <translation>キー{count}枚を設定</translation>
    </message>
    <message>
        <source>move key {source} to {target}</source>
        <translation>キーを動画 {source} から {target} へ移動</translation>
    </message>
    <message>
        <source>relink {shot}</source>
        <translation>{shot} の線画を再リンク</translation>
    </message>
    <message>
        <source>no key shows it</source>
        <translation>キーに描かれていない部分です</translation>
    </message>
    <message>
        <source>it is new in this drawing</source>
        <translation>この動画で新しく現れた部分です</translation>
    </message>
    <message>
        <source>two colors run together here</source>
        <translation>色の違う領域が続いています</translation>
    </message>
    <message>
        <source>two colors are nearly as probable</source>
        <translation>二つの色がほぼ同じ確率です</translation>
    </message>
    <message>
        <source>no match is sure</source>
        <translation>確かな対応が見つかりません</translation>
    </message>
    <message>
        <source>its color changes from the drawing before</source>
        <translation>前の動画から色が変わります</translation>
    </message>
    <message>
        <source>the region cannot be found there</source>
        <translation>対応する領域が見つかりません</translation>
    </message>
    <message>
        <source>it is surer of another color there</source>
        <translation>別の色のほうが確かと判断されました</translation>
    </message>
    <message>
        <source>you gave it another color there</source>
        <translation>すでに別の色に修正されています</translation>
    </message>
    <message>
        <source>you corrected that drawing before this one</source>
        <translation>その動画は先に修正済みです</translation>
    </message>
    <message>
        <source>{title} stopped on an unexpected error ({error}). What was finished is kept; try again.</source>
        <translation>「{title}」は予期しないエラーで停止しました（{error}）。完了した分は残っています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Colorizing …</source>
        <translation>彩色中…</translation>
    </message>
    <message>
        <source>Colorize the rest</source>
        <translation>残りを彩色</translation>
    </message>
    <message>
        <source>Mark at least one key first: drop its color image on the timeline</source>
        <translation>先にキーを1枚以上設定してください（色付きの画像をタイムラインにドロップします）</translation>
    </message>
    <message>
        <source>Unmark this key</source>
        <translation>このキーを解除</translation>
    </message>
    <message>
        <source>Mark this drawing as key…</source>
        <translation>この動画をキーに設定…</translation>
    </message>
    <message>
        <source>Colorize {count} selected drawing</source>
        <translation>選択した動画{count}枚を彩色</translation>
    </message>
    <message>
        <source>Colorize {count} selected drawings</source>
        <translation>選択した動画{count}枚を彩色</translation>
    </message>
    <message>
        <source>Colorize this drawing</source>
        <translation>この動画を彩色</translation>
    </message>
    <message>
        <source>{word} {what}</source>
        <translation>{word}：{what}</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新規作品</translation>
    </message>
    <message>
        <source>{done} with keys of other shots.</source>
        <translation>ほかのカットのキーを使って{done}。</translation>
    </message>
    <message>
        <source>Begin a show without shots</source>
        <translation>カットのない新しい作品を始めます</translation>
    </message>
    <message>
        <source>Open show…</source>
        <translation>作品を開く…</translation>
    </message>
    <message>
        <source>Open a show that was saved</source>
        <translation>保存した作品を開きます</translation>
    </message>
    <message>
        <source>Add shot to show…</source>
        <translation>作品にカットを追加…</translation>
    </message>
    <message>
        <source>Put one more folder of line art into the open show</source>
        <translation>開いている作品に線画フォルダーをもう一つ加えます</translation>
    </message>
    <message>
        <source>Import finished footage…</source>
        <translation>完成映像を取り込む…</translation>
    </message>
    <message>
        <source>Let the show learn from episodes that are finished, as videos or color frames</source>
        <translation>完成した話数のビデオや彩色済みの連番画像から、作品に学ばせます</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the show with all its shots and colors</source>
        <translation>すべてのカットと色を含めて作品を保存します</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Save the show under another name</source>
        <translation>作品を別の名前で保存します</translation>
    </message>
    <message>
        <source>Open shot folder…</source>
        <translation>カットフォルダーを開く…</translation>
    </message>
    <message>
        <source>Open a folder of line art</source>
        <translation>線画のフォルダーを開きます</translation>
    </message>
    <message>
        <source>Open the sample shot</source>
        <translation>サンプルカットを開く</translation>
    </message>
    <message>
        <source>A finished example to try things on</source>
        <translation>試しに使える完成済みのカットです</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Write the colored drawings as images or a movie</source>
        <translation>彩色した動画を画像またはムービーに書き出します</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Close Shiage</source>
        <translation>Shiage を終了します</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>環境設定…</translation>
    </message>
    <message>
        <source>Gaps, device, doubt, frame rate and theme</source>
        <translation>隙間、演算装置、要確認の基準、フレームレート、テーマ</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>キーボードショートカット…</translation>
    </message>
    <message>
        <source>See all shortcuts and change them</source>
        <translation>ショートカットの一覧と変更</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>The whole job in four steps</source>
        <translation>作業の流れを4ステップで紹介します</translation>
    </message>
    <message>
        <source>About Shiage</source>
        <translation>Shiage について</translation>
    </message>
    <message>
        <source>Versions and licenses</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>直前の変更を取り消します</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Do the change again</source>
        <translation>取り消した変更をもう一度行います</translation>
    </message>
    <message>
        <source>Mark or unmark key</source>
        <translation>キーの設定／解除</translation>
    </message>
    <message>
        <source>Give this drawing a color image as a key, or take its key away</source>
        <translation>この動画に色付きの画像をキーとして設定、または解除します</translation>
    </message>
    <message>
        <source>Move key to the previous drawing</source>
        <translation>キーを前の動画へ移動</translation>
    </message>
    <message>
        <source>Give it to the drawing before</source>
        <translation>キーを前の動画に移します</translation>
    </message>
    <message>
        <source>Move key to the next drawing</source>
        <translation>キーを次の動画へ移動</translation>
    </message>
    <message>
        <source>Give it to the drawing after</source>
        <translation>キーを次の動画に移します</translation>
    </message>
    <message>
        <source>Add keys…</source>
        <translation>キーを追加…</translation>
    </message>
    <message>
        <source>Choose color images by drawing number</source>
        <translation>動画番号に合わせて色付きの画像を選びます</translation>
    </message>
    <message>
        <source>Colorize shot</source>
        <translation>カットを彩色</translation>
    </message>
    <message>
        <source>Color every drawing that has no color yet</source>
        <translation>未彩色の動画をすべて彩色します</translation>
    </message>
    <message>
        <source>Colorize again from scratch</source>
        <translation>最初から彩色し直す</translation>
    </message>
    <message>
        <source>Color all drawings anew, also those that are finished</source>
        <translation>完了した動画も含め、すべて彩色し直します</translation>
    </message>
    <message>
        <source>Blend colors too</source>
        <translation>ブレンド彩色も作る</translation>
    </message>
    <message>
        <source>Colorize also keeps the networks’ own blended color, for shows with gradients</source>
        <translation>グラデーションのある作品向けに、ネットワークのブレンド色も残します</translation>
    </message>
    <message>
        <source>Use keys of other shots</source>
        <translation>ほかのカットのキーも使う</translation>
    </message>
    <message>
        <source>Colorize also looks at keys of the show’s other shots, where they show the same, and does with those alone in a shot that has none</source>
        <translation>彩色するとき、作品のほかのカットのキーも、同じものが描かれていれば参照します。キーのないカットはそれだけで彩色します</translation>
    </message>
    <message>
        <source>Colorize selection</source>
        <translation>選択範囲を彩色</translation>
    </message>
    <message>
        <source>Color the selected drawings anew, or the one on show when none is selected</source>
        <translation>選択した動画（選択がなければ表示中の動画）を彩色し直します</translation>
    </message>
    <message>
        <source>Fine-tune on this show…</source>
        <translation>この作品を学習…</translation>
    </message>
    <message>
        <source>Let the networks learn from the finished drawings of this show, on this machine</source>
        <translation>この作品の完成した動画を、このコンピューター上でネットワークに学習させます</translation>
    </message>
    <message>
        <source>Learn from my corrections</source>
        <translation>修正から学習</translation>
    </message>
    <message>
        <source>Learn from the keys and corrections of this shot for a minute, then color the rest again</source>
        <translation>このカットのキーと修正を1分間学習し、残りの動画を彩色し直します</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop; what is finished stays</source>
        <translation>中止します。完了した分は残ります</translation>
    </message>
    <message>
        <source>Paint regions</source>
        <translation>領域を塗る</translation>
    </message>
    <message>
        <source>Click regions, drag over them, or draw around them with Shift, to give them a color</source>
        <translation>領域をクリックかドラッグ、または Shift を押しながら囲んで色を付けます</translation>
    </message>
    <message>
        <source>Next doubtful region</source>
        <translation>次の要確認領域</translation>
    </message>
    <message>
        <source>Look at the next region in question</source>
        <translation>次の確認対象の領域へ移ります</translation>
    </message>
    <message>
        <source>Previous doubtful region</source>
        <translation>前の要確認領域</translation>
    </message>
    <message>
        <source>Look at the region in question before</source>
        <translation>前の確認対象の領域へ戻ります</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>The color of the region in question is right; go on with the next</source>
        <translation>確認中の領域の色を正しいものとし、次へ進みます</translation>
    </message>
    <message>
        <source>Use other</source>
        <translation>もう一方の色にする</translation>
    </message>
    <message>
        <source>The region in question has its second most probable color; go on with the next</source>
        <translation>確認中の領域を2番目の候補の色にし、次へ進みます</translation>
    </message>
    <message>
        <source>Use the current color</source>
        <translation>現在の色にする</translation>
    </message>
    <message>
        <source>The region in question has the color that is chosen in the palette; go on with the next</source>
        <translation>確認中の領域をパレットで選択中の色にし、次へ進みます</translation>
    </message>
    <message>
        <source>Accept all of this drawing</source>
        <translation>この動画をすべて承認</translation>
    </message>
    <message>
        <source>All colors of the drawing on show are right; its neighbors learn from them</source>
        <translation>表示中の動画の色をすべて正しいものとし、前後の動画に反映します</translation>
    </message>
    <message>
        <source>Take corrections back</source>
        <translation>修正を取り消す</translation>
    </message>
    <message>
        <source>Let the drawing on show be colored as if nobody had corrected it</source>
        <translation>表示中の動画を、修正がなかったものとして彩色します</translation>
    </message>
    <message>
        <source>Reach all up to the next keys</source>
        <translation>次のキーまで反映</translation>
    </message>
    <message>
        <source>Corrections spread as far as the next keys</source>
        <translation>修正を前後のキーまで反映します</translation>
    </message>
    <message>
        <source>Reach the selected range</source>
        <translation>選択範囲に反映</translation>
    </message>
    <message>
        <source>Corrections spread over the selected drawings</source>
        <translation>修正を選択した動画に反映します</translation>
    </message>
    <message>
        <source>Reach this drawing only</source>
        <translation>この動画だけに反映</translation>
    </message>
    <message>
        <source>Corrections do not spread</source>
        <translation>修正をほかの動画に反映しません</translation>
    </message>
    <message>
        <source>Gap distance…</source>
        <translation>隙間の距離…</translation>
    </message>
    <message>
        <source>How wide holes in the lines may be and still part two regions</source>
        <translation>線がどこまで途切れていても領域を分けるかを決めます</translation>
    </message>
    <message>
        <source>Close wider gaps</source>
        <translation>より広い隙間を閉じる</translation>
    </message>
    <message>
        <source>Close holes that are one pixel wider, in this shot</source>
        <translation>このカットで閉じる隙間を1ピクセル広げます</translation>
    </message>
    <message>
        <source>Close narrower gaps only</source>
        <translation>狭い隙間だけ閉じる</translation>
    </message>
    <message>
        <source>Leave holes open that are one pixel narrower, in this shot</source>
        <translation>このカットで閉じる隙間を1ピクセル狭めます</translation>
    </message>
    <message>
        <source>Gap stroke</source>
        <translation>隙間閉じ線</translation>
    </message>
    <message>
        <source>Draw across a hole to part its regions; the line art stays as it is</source>
        <translation>途切れた箇所に線を引いて領域を分けます。線画は変わりません</translation>
    </message>
    <message>
        <source>Erase gap stroke</source>
        <translation>隙間閉じ線を消す</translation>
    </message>
    <message>
        <source>Take the chosen gap stroke away</source>
        <translation>選択した隙間閉じ線を消します</translation>
    </message>
    <message>
        <source>Find leaks</source>
        <translation>塗り漏れを探す</translation>
    </message>
    <message>
        <source>Click a region to see where it spills</source>
        <translation>領域をクリックすると、漏れている箇所を表示します</translation>
    </message>
    <message>
        <source>Leave as drawn</source>
        <translation>描いたままにする</translation>
    </message>
    <message>
        <source>The chosen passage is drawn on purpose and no leak; once more takes that back</source>
        <translation>選んだ通り道は意図して描かれたもので、漏れではないとします。もう一度で取り消します</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>スポイト</translation>
    </message>
    <message>
        <source>Click in the drawing to choose the color there</source>
        <translation>画面をクリックして、その場所の色を選びます</translation>
    </message>
    <message>
        <source>Previous color</source>
        <translation>前の色</translation>
    </message>
    <message>
        <source>Choose the color above</source>
        <translation>一つ上の色を選びます</translation>
    </message>
    <message>
        <source>Next color</source>
        <translation>次の色</translation>
    </message>
    <message>
        <source>Choose the color below</source>
        <translation>一つ下の色を選びます</translation>
    </message>
    <message>
        <source>Change color…</source>
        <translation>色を変更…</translation>
    </message>
    <message>
        <source>Paint the chosen color as another, on all drawings at once</source>
        <translation>選択した色を、すべての動画で別の色に置き換えます</translation>
    </message>
    <message>
        <source>Rename color</source>
        <translation>色の名前を変更</translation>
    </message>
    <message>
        <source>Give the chosen color another name</source>
        <translation>選択した色に別の名前を付けます</translation>
    </message>
    <message>
        <source>Add color…</source>
        <translation>色を追加…</translation>
    </message>
    <message>
        <source>Add a color that no key has to the palette</source>
        <translation>キーにない色をパレットに追加します</translation>
    </message>
    <message>
        <source>Import palette…</source>
        <translation>パレットを読み込む…</translation>
    </message>
    <message>
        <source>Take names, groups and colors from a GIMP palette or a JSON file</source>
        <translation>GIMP パレットまたは JSON から名前、グループ、色を読み込みます</translation>
    </message>
    <message>
        <source>Export palette…</source>
        <translation>パレットを書き出す…</translation>
    </message>
    <message>
        <source>Write the palette as a GIMP palette or a JSON file</source>
        <translation>パレットを GIMP パレットまたは JSON に書き出します</translation>
    </message>
    <message>
        <source>Previous shot</source>
        <translation>前のカット</translation>
    </message>
    <message>
        <source>Go to the shot before</source>
        <translation>前のカットへ移ります</translation>
    </message>
    <message>
        <source>Next shot</source>
        <translation>次のカット</translation>
    </message>
    <message>
        <source>Go to the shot after</source>
        <translation>次のカットへ移ります</translation>
    </message>
    <message>
        <source>Relink line art…</source>
        <translation>線画を再リンク…</translation>
    </message>
    <message>
        <source>Say where the line art of this shot is now</source>
        <translation>このカットの線画がいまある場所を指定します</translation>
    </message>
    <message>
        <source>Remove shot from show</source>
        <translation>作品からカットを除外</translation>
    </message>
    <message>
        <source>Take this shot out of the show; its files stay</source>
        <translation>このカットを作品から外します。ファイルは残ります</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線画</translation>
    </message>
    <message>
        <source>Show the line art</source>
        <translation>線画を表示します</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Show the color layer without lines</source>
        <translation>線のない彩色レイヤーを表示します</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Show lines over color</source>
        <translation>彩色の上に線を重ねて表示します</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Show how sure the coloring is of each region</source>
        <translation>各領域の彩色の確かさを表示します</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>ブレンド</translation>
    </message>
    <message>
        <source>Show the networks’ own blended color under the lines</source>
        <translation>ネットワークのブレンド色を線の下に表示します</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Show each region in a color of its own: leaks are seen at once</source>
        <translation>領域ごとに違う色で表示します。塗り漏れがひと目でわかります</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>ワイプ</translation>
    </message>
    <message>
        <source>Compare with another drawing across a movable divider</source>
        <translation>仕切りを動かして別の動画と見比べます</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>See another drawing beside this</source>
        <translation>別の動画を横に並べて表示します</translation>
    </message>
    <message>
        <source>With the key before</source>
        <translation>前のキーと</translation>
    </message>
    <message>
        <source>Compare with the nearest key before</source>
        <translation>直前のキーと比較します</translation>
    </message>
    <message>
        <source>With the key after</source>
        <translation>次のキーと</translation>
    </message>
    <message>
        <source>Compare with the nearest key after</source>
        <translation>直後のキーと比較します</translation>
    </message>
    <message>
        <source>With the previous drawing</source>
        <translation>前の動画と</translation>
    </message>
    <message>
        <source>Compare with the drawing before</source>
        <translation>前の動画と比較します</translation>
    </message>
    <message>
        <source>With the next drawing</source>
        <translation>次の動画と</translation>
    </message>
    <message>
        <source>Compare with the drawing after</source>
        <translation>次の動画と比較します</translation>
    </message>
    <message>
        <source>Onion skin</source>
        <translation>オニオンスキン</translation>
    </message>
    <message>
        <source>See the lines of neighboring drawings</source>
        <translation>前後の動画の線を重ねて表示します</translation>
    </message>
    <message>
        <source>Onion skin options…</source>
        <translation>オニオンスキンの設定…</translation>
    </message>
    <message>
        <source>How many neighbors, in which colors</source>
        <translation>重ねる枚数と色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>White paper under transparent pixels</source>
        <translation>透明部分を白で表示します</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>市松模様</translation>
    </message>
    <message>
        <source>A checkerboard under transparent pixels</source>
        <translation>透明部分を市松模様で表示します</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Black paper under transparent pixels</source>
        <translation>透明部分を黒で表示します</translation>
    </message>
    <message>
        <source>Paint over trace lines</source>
        <translation>色トレス線を塗りで隠す</translation>
    </message>
    <message>
        <source>Let paint cover red, blue and green borders of shadow and highlight, here and in exports</source>
        <translation>影やハイライトの境界を示す赤・青・緑の線を、表示でも書き出しでも塗りで覆います</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Dark neutral grays</source>
        <translation>暗いニュートラルグレー</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Light neutral grays</source>
        <translation>明るいニュートラルグレー</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>デスクトップの明暗に合わせます</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>ウィンドウの次の部分</translation>
    </message>
    <message>
        <source>Give the keyboard to view, side column and timeline in turn</source>
        <translation>表示、サイドパネル、タイムラインの順にキーボード操作を移します</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>ウィンドウの前の部分</translation>
    </message>
    <message>
        <source>Give the keyboard to timeline, side column and view in turn</source>
        <translation>タイムライン、サイドパネル、表示の順にキーボード操作を移します</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Show the whole drawing</source>
        <translation>動画全体を表示します</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>原寸表示</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>画像の1ピクセルを画面の1ピクセルで表示します</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ズームイン</translation>
    </message>
    <message>
        <source>Make the drawing larger</source>
        <translation>表示を拡大します</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ズームアウト</translation>
    </message>
    <message>
        <source>Make the drawing smaller</source>
        <translation>表示を縮小します</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Select every drawing of the timeline</source>
        <translation>タイムラインのすべての動画を選択します</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Select nothing; Esc does it too</source>
        <translation>選択を解除します（Esc でも解除できます）</translation>
    </message>
    <message>
        <source>Extend selection to the left</source>
        <translation>選択を左に広げる</translation>
    </message>
    <message>
        <source>Select one more to the left</source>
        <translation>左へ1枚広げて選択します</translation>
    </message>
    <message>
        <source>Extend selection to the right</source>
        <translation>選択を右に広げる</translation>
    </message>
    <message>
        <source>Select one more to the right</source>
        <translation>右へ1枚広げて選択します</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>最初のコマ</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>最初のコマへ移ります</translation>
    </message>
    <message>
        <source>Previous drawing</source>
        <translation>前の動画</translation>
    </message>
    <message>
        <source>Go to the drawing before</source>
        <translation>前の動画へ移ります</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>前のコマ</translation>
    </message>
    <message>
        <source>Go one frame back, also within a hold</source>
        <translation>1コマ戻ります（同じ動画の中も含む）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Play the shot or the selection, or stop playing</source>
        <translation>カットまたは選択範囲を再生、または停止します</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>次のコマ</translation>
    </message>
    <message>
        <source>Go one frame on, also within a hold</source>
        <translation>1コマ進みます（同じ動画の中も含む）</translation>
    </message>
    <message>
        <source>Next drawing</source>
        <translation>次の動画</translation>
    </message>
    <message>
        <source>Go to the drawing after</source>
        <translation>次の動画へ移ります</translation>
    </message>
    <message>
        <source>Last drawing</source>
        <translation>最後の動画</translation>
    </message>
    <message>
        <source>Go to the last drawing</source>
        <translation>最後の動画へ移ります</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Start again at the end, of the selection if there is one</source>
        <translation>最後まで来たら（選択があればその範囲の）先頭に戻って再生します</translation>
    </message>
    <message>
        <source>On ones</source>
        <translation>1コマ打ち</translation>
    </message>
    <message>
        <source>Every drawing has one frame</source>
        <translation>各動画を1コマずつ表示します</translation>
    </message>
    <message>
        <source>On twos</source>
        <translation>2コマ打ち</translation>
    </message>
    <message>
        <source>Every drawing is held for two frames</source>
        <translation>各動画を2コマずつ表示します</translation>
    </message>
    <message>
        <source>On threes</source>
        <translation>3コマ打ち</translation>
    </message>
    <message>
        <source>Every drawing is held for three frames</source>
        <translation>各動画を3コマずつ表示します</translation>
    </message>
    <message>
        <source>{sentence} A JPEG has no exact colors: each region gets the one it shows most.</source>
        <translation>{sentence} JPEG の色は正確ではないため、領域ごとに最も多い色を使います。</translation>
    </message>
    <message>
        <source>With keys of {name}</source>
        <translation>{name} のキーを参照中</translation>
    </message>
    <message>
        <source>No key of the other shots shows what is drawn in this one; give the color image of at least one of its drawings.</source>
        <translation>ほかのカットのキーには、このカットに描かれているものがありません。このカットの動画のうち少なくとも1枚に色付きの画像を指定してください。</translation>
    </message>
    <message>
        <source>Reading the colors of the keys…</source>
        <translation>キーの色を読み込んでいます…</translation>
    </message>
    <message>
        <source>Autosaving</source>
        <translation>自動保存</translation>
    </message>
    <message>
        <source>Unsaved work could not be kept: {sentence}</source>
        <translation>未保存の作業を保持できませんでした：{sentence}</translation>
    </message>
    <message>
        <source> · {done} of {total}</source>
        <translation> · {done}/{total}</translation>
    </message>
    <message>
        <source>{place} · {seconds} left</source>
        <translation>{place} · 残り{seconds}</translation>
    </message>
    <message>
        <source>{colored} of {count} colored</source>
        <translation>{count}枚中{colored}枚を彩色済み</translation>
    </message>
    <message>
        <source>{count} doubtful</source>
        <translation>要確認 {count}枚</translation>
    </message>
    <message>
        <source>{count} stale</source>
        <translation>要更新 {count}枚</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count}枚</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <source>Keeping the fine-tuning for the next time, then closing …</source>
        <translation>学習を次回のために保存してから終了します…</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>アルファ</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16進</translation>
    </message>
    <message>
        <source>Dark {hue}</source>
        <translation>暗い{hue}</translation>
    </message>
    <message>
        <source>Light {hue}</source>
        <translation>明るい{hue}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>lime</source>
        <translation>黄緑</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>シアン</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>マゼンタ</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>茶</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>ベージュ</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Every drawing is colored with these keys and gaps. “Colorize again from scratch” in the Shot menu does them all anew.</source>
        <translation>すべての動画が現在のキーと隙間で彩色済みです。彩色し直すには「カット」メニューの「最初から彩色し直す」を使います。</translation>
    </message>
    <message>
        <source>colorize the rest</source>
        <translation>残りを彩色</translation>
    </message>
    <message>
        <source>colorize shot</source>
        <translation>カットを彩色</translation>
    </message>
    <message>
        <source>colorize again from scratch</source>
        <translation>最初から彩色し直す</translation>
    </message>
    <message>
        <source>There is no drawing here to be colored.</source>
        <translation>ここには彩色する動画がありません。</translation>
    </message>
    <message>
        <source>colorize drawing {numbers}</source>
        <translation>動画 {numbers} を彩色</translation>
    </message>
    <message>
        <source>colorize drawings {numbers}</source>
        <translation>動画 {numbers} を彩色</translation>
    </message>
    <message>
        <source>color with what was learned from corrections</source>
        <translation>修正から学習した結果で彩色</translation>
    </message>
    <message>
        <source>Coloring</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>{count} drawing colored</source>
        <translation>動画{count}枚を彩色しました</translation>
    </message>
    <message>
        <source>{count} drawings colored</source>
        <translation>動画{count}枚を彩色しました</translation>
    </message>
    <message>
        <source>{done} in {shot}</source>
        <translation>{shot}：{done}</translation>
    </message>
    <message>
        <source>Stopped: {done}. Colorize again to do the rest.</source>
        <translation>中止しました（{done}）。続きはもう一度彩色を実行してください。</translation>
    </message>
    <message>
        <source>{done}; {numbers} could not be colored (point at them).</source>
        <translation>{done}。動画 {numbers} は彩色できませんでした（ポインターを合わせると理由が表示されます）。</translation>
    </message>
    <message>
        <source>{done}.</source>
        <translation>{done}。</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>修正しました</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>承認しました</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>修正を取り消しました</translation>
    </message>
    <message>
        <source>correct a region of drawing {number}</source>
        <translation>動画 {number} の領域を修正</translation>
    </message>
    <message>
        <source>correct {count} regions of drawing {number}</source>
        <translation>動画 {number} の領域{count}個を修正</translation>
    </message>
    <message>
        <source>accept drawing {number}</source>
        <translation>動画 {number} を承認</translation>
    </message>
    <message>
        <source>This drawing has no corrections.</source>
        <translation>この動画には修正がありません。</translation>
    </message>
    <message>
        <source>take back corrections of drawing {number}</source>
        <translation>動画 {number} の修正を取り消す</translation>
    </message>
    <message>
        <source>This is a key: its colors are those of its own image. Correct that image, or unmark the key (K) to have it colored.</source>
        <translation>これはキーなので、色はキー画像のものです。その画像を修正するか、キーを解除（K）して彩色してください。</translation>
    </message>
    <message>
        <source>Colorize the shot first; then its regions can be corrected.</source>
        <translation>先にカットを彩色してください。彩色後に領域を修正できます。</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>{done}; {count} region changed in {where} too.</source>
        <translation>{done}。{where} でも領域{count}個が変わりました。</translation>
    </message>
    <message>
        <source>{done}; {count} regions changed in {where} too.</source>
        <translation>{done}。{where} でも領域{count}個が変わりました。</translation>
    </message>
    <message>
        <source>{done}; no other drawing changed.</source>
        <translation>{done}。ほかの動画は変わっていません。</translation>
    </message>
    <message>
        <source>{drawings} ({reason})</source>
        <translation>{drawings}（{reason}）</translation>
    </message>
    <message>
        <source>{words} Left: {drawings}.</source>
        <translation>{words} 未反映：{drawings}。</translation>
    </message>
    <message>
        <source>drawing {numbers}</source>
        <translation>動画 {numbers}</translation>
    </message>
    <message>
        <source>drawings {numbers}</source>
        <translation>動画 {numbers}</translation>
    </message>
    <message>
        <source>Click a region to give it the current color; drag over several, or hold Shift and draw around them.</source>
        <translation>領域をクリックすると現在の色になります。ドラッグか、Shift を押しながら囲むとまとめて塗れます。</translation>
    </message>
    <message>
        <source>Drawing {number}, {name}: {reason}.</source>
        <translation>動画 {number}、{name}：{reason}。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>License</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>License text</source>
        <translation>ライセンス本文</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>バージョン {version}</translation>
    </message>
    <message>
        <source>Ink and paint for animation</source>
        <translation>アニメーションの仕上げツール</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{package} is under {license}. It came without the license’s text.</source>
        <translation>{package} のライセンスは {license} です。ライセンス本文は同梱されていません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Pick from drawing</source>
        <translation>画面から選ぶ</translation>
    </message>
    <message>
        <source>Original color</source>
        <translation>元の色</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>The next click in the drawing picks the color there</source>
        <translation>次に画面をクリックした場所の色を取り込みます</translation>
    </message>
    <message>
        <source>Paint it as the keys have it</source>
        <translation>キーにある色に戻します</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>New</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Color layer</source>
        <translation>彩色レイヤー</translation>
    </message>
    <message>
        <source>Flat color without lines, transparent where the keys are</source>
        <translation>線のないフラットな色です。キーが透明な部分は透明になります</translation>
    </message>
    <message>
        <source>Your untouched lines over the color</source>
        <translation>彩色の上に、元のままの線を重ねます</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>In the subfolders color and composite</source>
        <translation>color と composite のサブフォルダーに書き出します</translation>
    </message>
    <message>
        <source>Preview movie</source>
        <translation>プレビュー用ムービー</translation>
    </message>
    <message>
        <source>The composite over white, in the timing of the sheet</source>
        <translation>白の上の合成画像を、タイムシートのタイミングで書き出します</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>アニメーション WebP</translation>
    </message>
    <message>
        <source>As the drawings</source>
        <translation>動画ごと</translation>
    </message>
    <message>
        <source>One file for each drawing, under its own name</source>
        <translation>動画1枚につき1ファイル、元の名前で書き出します</translation>
    </message>
    <message>
        <source>As frames of the timesheet</source>
        <translation>タイムシートのコマごと</translation>
    </message>
    <message>
        <source>One file for each frame, numbered from 1; holds are repeated</source>
        <translation>1コマにつき1ファイル、1からの連番で書き出します。止めのコマも繰り返します</translation>
    </message>
    <message>
        <source>Ask when files are there</source>
        <translation>同名のファイルがあれば確認する</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>同名のファイルを置き換える</translation>
    </message>
    <message>
        <source>Keep files that are there</source>
        <translation>同名のファイルを残す</translation>
    </message>
    <message>
        <source>Use a new folder when files are there</source>
        <translation>同名のファイルがあれば新しいフォルダーを使う</translation>
    </message>
    <message>
        <source>Image format</source>
        <translation>画像形式</translation>
    </message>
    <message>
        <source>Movie format</source>
        <translation>ムービー形式</translation>
    </message>
    <message>
        <source>Paint over colored trace lines</source>
        <translation>色トレス線を塗りで隠す</translation>
    </message>
    <message>
        <source>Red, blue and green borders of shadow and highlight disappear under the paint</source>
        <translation>影やハイライトの境界を示す赤・青・緑の線は塗りの下に隠れます</translation>
    </message>
    <message>
        <source>With the timesheet (.xdts)</source>
        <translation>タイムシート（.xdts）も書き出す</translation>
    </message>
    <message>
        <source>A timesheet whose numbers are those of the files</source>
        <translation>ファイルの番号に合わせたタイムシートです</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Files that are there</source>
        <translation>同名のファイル</translation>
    </message>
    <message>
        <source>{kind} needs the Python package {package}; install it first</source>
        <translation>{kind} には Python パッケージ {package} が必要です。先にインストールしてください</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>RANGE</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Your lines over the color, trace lines painted over</source>
        <translation>塗りの上に線画を重ね、色トレス線は塗りで隠します</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Leave that folder alone and use one with a number behind its name</source>
        <translation>そのフォルダーはそのままにし、番号を付けた新しいフォルダーに書き出します</translation>
    </message>
    <message>
        <source>Write only the files that are missing</source>
        <translation>足りないファイルだけを書き出します</translation>
    </message>
    <message>
        <source>Overwrite the files that are there</source>
        <translation>同名のファイルに上書きします</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Choose a folder for the images.</source>
        <translation>画像を書き出すフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>書き出し中…</translation>
    </message>
    <message>
        <source>{what} ({done} of {total})</source>
        <translation>{what}（{done}/{total}）</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>All {count} drawings</source>
        <translation>全動画（{count}枚）</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>この動画</translation>
    </message>
    <message>
        <source>Selected: {selected}</source>
        <translation>選択範囲：{selected}</translation>
    </message>
    <message>
        <source>Current: {name}</source>
        <translation>現在：{name}</translation>
    </message>
    <message>
        <source>Current: empty frame</source>
        <translation>現在：空のコマ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{count} drawings</source>
        <translation>動画{count}枚</translation>
    </message>
    <message>
        <source> ({free} free)</source>
        <translation>（空き {free}）</translation>
    </message>
    <message>
        <source>{count} frame at {fps} fps, {seconds:.1f} s, about {size}{room}</source>
        <translation>{count}コマ、{fps} fps、{seconds:.1f}秒、約 {size}{room}</translation>
    </message>
    <message>
        <source>{count} frames at {fps} fps, {seconds:.1f} s, about {size}{room}</source>
        <translation>{count}コマ、{fps} fps、{seconds:.1f}秒、約 {size}{room}</translation>
    </message>
    <message>
        <source> and {sheet}</source>
        <translation>と {sheet}</translation>
    </message>
    <message>
        <source>{count} file{with_sheet}, about {size}{room}</source>
        <translation>ファイル{count}個{with_sheet}、約 {size}{room}</translation>
    </message>
    <message>
        <source>{count} files{with_sheet}, about {size}{room}</source>
        <translation>ファイル{count}個{with_sheet}、約 {size}{room}</translation>
    </message>
    <message>
        <source>{folder}  ›  color, composite</source>
        <translation>{folder}  ›  color、composite</translation>
    </message>
    <message>
        <source>Nothing of this range is colored yet; color it, then export it.</source>
        <translation>この範囲には彩色済みの動画がありません。彩色してから書き出してください。</translation>
    </message>
    <message>
        <source>This folder holds the line art, which is never written to; choose another.</source>
        <translation>このフォルダーには線画があります。線画に書き込むことはありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>shown as lines</source>
        <translation>線画のまま表示されます</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>書き出されません</translation>
    </message>
    <message>
        <source>{count} drawing is not colored yet and will be {then}.</source>
        <translation>動画{count}枚は未彩色のため、{then}。</translation>
    </message>
    <message>
        <source>{count} drawings are not colored yet and will be {then}.</source>
        <translation>動画{count}枚は未彩色のため、{then}。</translation>
    </message>
    <message>
        <source>{count} drawing was colored with other keys or lines.</source>
        <translation>動画{count}枚は、別のキーまたは線で彩色されたものです。</translation>
    </message>
    <message>
        <source>{count} drawings were colored with other keys or lines.</source>
        <translation>動画{count}枚は、別のキーまたは線で彩色されたものです。</translation>
    </message>
    <message>
        <source>will be replaced</source>
        <translation>置き換えられます</translation>
    </message>
    <message>
        <source>will be kept</source>
        <translation>そのまま残ります</translation>
    </message>
    <message>
        <source>{count} file is there already</source>
        <translation>同名のファイルが{count}個あり</translation>
    </message>
    <message>
        <source>{count} files are there already</source>
        <translation>同名のファイルが{count}個あり</translation>
    </message>
    <message>
        <source>{text} and {then}.</source>
        <translation>{text}、{then}。</translation>
    </message>
    <message>
        <source>{text}; you will be asked.</source>
        <translation>{text}、書き出す前に確認します。</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} はすでにあります。</translation>
    </message>
    <message>
        <source>{name} and {others} more are there already.</source>
        <translation>{name} のほか{others}個のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>{count} file written to {folder}.</source>
        <translation>ファイル{count}個を {folder} に書き出しました。</translation>
    </message>
    <message>
        <source>{count} files written to {folder}.</source>
        <translation>ファイル{count}個を {folder} に書き出しました。</translation>
    </message>
    <message>
        <source>{count} file kept as it was.</source>
        <translation>ファイル{count}個はそのまま残しました。</translation>
    </message>
    <message>
        <source>{count} files kept as they were.</source>
        <translation>ファイル{count}個はそのまま残しました。</translation>
    </message>
    <message>
        <source>Stopped: {where}</source>
        <translation>中止しました：{where}</translation>
    </message>
    <message>
        <source>{count} more are named in “{note}”.</source>
        <translation>ほか{count}件は「{note}」に記載しています。</translation>
    </message>
    <message>
        <source>This shot has no keys: Colorize uses those of other shots. Drop colored drawings on the timeline to add its own.</source>
        <translation>このカットにはキーがないため、ほかのカットのキーで彩色します。専用のキーは色付きの画像をタイムラインにドロップして追加できます。</translation>
    </message>
    <message>
        <source>Fine-tune on this show</source>
        <translation>この作品を学習</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Color the shot again</source>
        <translation>カットを彩色し直す</translation>
    </message>
    <message>
        <source>New fine-tuning…</source>
        <translation>新しい学習…</translation>
    </message>
    <message>
        <source>End now; the best so far is measured, and used if it wins</source>
        <translation>ここで終了します。これまでで最良の結果を評価し、良くなっていれば使います</translation>
    </message>
    <message>
        <source>Color all drawings of the shot on the desk with what was learned</source>
        <translation>表示中のカットの動画を、学習した結果ですべて彩色し直します</translation>
    </message>
    <message>
        <source>Choose how to go on</source>
        <translation>次の学習の設定に戻ります</translation>
    </message>
    <message>
        <source>A run goes on without this dialog; the bottom bar shows it</source>
        <translation>閉じても学習は続きます。進み具合は下のバーに表示されます</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Learn on</source>
        <translation>学習を再開します</translation>
    </message>
    <message>
        <source>Leave the machine to other programs</source>
        <translation>学習を止め、ほかの作業にコンピューターを譲ります</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>元の重みに戻す</translation>
    </message>
    <message>
        <source>Use what was learned</source>
        <translation>学習した結果を使う</translation>
    </message>
    <message>
        <source>Color with the weights from before again</source>
        <translation>学習前の重みで彩色するようにします</translation>
    </message>
    <message>
        <source>Color the show with what was learned from now on</source>
        <translation>今後は学習した結果でこの作品を彩色します</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学習した素材</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Regions right</source>
        <translation>正しい領域</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>Fine-tunings of this show</source>
        <translation>この作品の学習</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Color the show with these weights from now on; Undo takes it back</source>
        <translation>今後はこの重みで作品を彩色します。元に戻すこともできます</translation>
    </message>
    <message>
        <source>Delete these weights; the ones in use cannot be deleted</source>
        <translation>この重みを削除します。使用中の重みは削除できません</translation>
    </message>
    <message>
        <source>FINE-TUNINGS OF THIS SHOW</source>
        <translation>この作品の学習</translation>
    </message>
    <message>
        <source>Weights that come with Shiage</source>
        <translation>Shiage 付属の重み</translation>
    </message>
    <message>
        <source>no gain, not kept</source>
        <translation>改善なし（保存せず）</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · 使用中</translation>
    </message>
    <message>
        <source>How well drawings come out that are not learned from</source>
        <translation>学習に使わない動画の仕上がり</translation>
    </message>
    <message>
        <source>The first measure comes when the drawings kept apart are studied.</source>
        <translation>評価用の動画の準備ができると、最初の測定値が表示されます。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>学習前</translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <translation>PSNR（dB）</translation>
    </message>
    <message>
        <source>Painted before</source>
        <translation>学習前の塗り</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Painted now</source>
        <translation>現在の塗り</translation>
    </message>
    <message>
        <source>A drawing that is not learned from comes here.</source>
        <translation>学習に使わない動画がここに表示されます。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Compare with the drawing as it is painted now</source>
        <translation>現在の塗りと比べます</translation>
    </message>
    <message>
        <source>Compare with the drawing as it should be</source>
        <translation>正しい塗りと比べます</translation>
    </message>
    <message>
        <source>DRAWINGS THAT ARE NOT LEARNED FROM</source>
        <translation>学習に使わない動画での評価</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2分</translation>
    </message>
    <message>
        <source>Enough for a first gain, over a cup of tea</source>
        <translation>お茶を飲むあいだに、最初の効果が出ます</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>Learns also how the show’s colors blend</source>
        <translation>作品の色の混ざり方も学習します</translation>
    </message>
    <message>
        <source>Overnight (8 hours)</source>
        <translation>一晩（8時間）</translation>
    </message>
    <message>
        <source>All that the show has to teach; stop it any time, the best so far is kept</source>
        <translation>作品から学べるだけ学びます。いつ止めても、それまでで最良の結果が残ります</translation>
    </message>
    <message>
        <source>30 epochs, as in the paper</source>
        <translation>30エポック（論文と同じ）</translation>
    </message>
    <message>
        <source>Every drawing thirty times, however long that takes</source>
        <translation>時間に関係なく、すべての動画を30回ずつ学習します</translation>
    </message>
    <message>
        <source>Shiage’s own weights</source>
        <translation>Shiage 付属の重み</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>{stock}.</source>
        <translation>{stock}。</translation>
    </message>
    <message>
        <source>What the show learned on {when}</source>
        <translation>{when} の学習結果</translation>
    </message>
    <message>
        <source>What the show has learned (nothing yet)</source>
        <translation>この作品の学習結果（まだありません）</translation>
    </message>
    <message>
        <source>A fine-tuning of {when} was cut off. It goes on where it was.</source>
        <translation>{when} の学習が途中で終わっています。続きから再開できます。</translation>
    </message>
    <message>
        <source>WHAT THERE IS TO LEARN FROM</source>
        <translation>学習に使えるもの</translation>
    </message>
    <message>
        <source>Some of it is kept apart and measured on: what was learned is used only if it wins there.</source>
        <translation>一部は評価用に取り分け、そこで良くなったときだけ学習結果を使います。</translation>
    </message>
    <message>
        <source>Go on with the run that was cut off</source>
        <translation>途中で終わった学習を再開します</translation>
    </message>
    <message>
        <source>Forget the run that was cut off; the weights in use stay</source>
        <translation>途中で終わった学習を破棄します。使用中の重みはそのままです</translation>
    </message>
    <message>
        <source>HOW LONG</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>BEGIN WITH</source>
        <translation>学習の出発点</translation>
    </message>
    <message>
        <source>Learn more on top of it</source>
        <translation>その結果にさらに学習を重ねます</translation>
    </message>
    <message>
        <source>Begin anew, as if the show had learned nothing yet</source>
        <translation>まだ何も学習していない状態から始めます</translation>
    </message>
    <message>
        <source>Finished footage</source>
        <translation>完成映像</translation>
    </message>
    <message>
        <source>Choose video…</source>
        <translation>ビデオを選ぶ…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>No footage yet. Choose a video, or a folder of frames.</source>
        <translation>映像はまだありません。ビデオ、または連番画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Finished episodes teach a show its style. A video, or a folder of color frames, is split into its shots; of each, line art and flat color are kept.</source>
        <translation>完成した話数は、作品の色づかいの手本になります。ビデオ、または彩色済みの連番画像のフォルダーをカットに分け、それぞれの線画とベタ塗りの色を残します。</translation>
    </message>
    <message>
        <source>Import the shots of a video file</source>
        <translation>ビデオファイルのカットを取り込みます</translation>
    </message>
    <message>
        <source>Import a folder of numbered color frames</source>
        <translation>番号付きの彩色済み画像のフォルダーを取り込みます</translation>
    </message>
    <message>
        <source>Delete the chosen shots from the show’s footage</source>
        <translation>選んだカットを作品の映像から削除します</translation>
    </message>
    <message>
        <source>Learn from the shots with a tick</source>
        <translation>チェックの付いたカットから学びます</translation>
    </message>
    <message>
        <source>Shots of the footage</source>
        <translation>映像のカット</translation>
    </message>
    <message>
        <source>Import video</source>
        <translation>ビデオを取り込む</translation>
    </message>
    <message>
        <source>Import color frames</source>
        <translation>連番画像を取り込む</translation>
    </message>
    <message>
        <source>Remove 1 shot from the footage?</source>
        <translation>1カットを映像から削除しますか？</translation>
    </message>
    <message>
        <source>Remove {count} shots?</source>
        <translation>{count}カットを削除しますか？</translation>
    </message>
    <message>
        <source>Its line art and color are deleted. Importing the footage again brings it back.</source>
        <translation>線画と色が削除されます。映像をもう一度取り込めば元に戻ります。</translation>
    </message>
    <message>
        <source>Graphics card if there is one</source>
        <translation>可能ならグラフィックカード</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Color with</source>
        <translation>彩色の演算</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Both are neutral gray, so that colors can be judged</source>
        <translation>色を正しく見るため、どちらも無彩色のグレーです</translation>
    </message>
    <message>
        <source>Takes effect with the next start</source>
        <translation>次回の起動から有効になります</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>ネットワークを動かす装置</translation>
    </message>
    <message>
        <source>Close gaps up to</source>
        <translation>閉じる隙間の上限</translation>
    </message>
    <message>
        <source>In shots that are opened from now on</source>
        <translation>これから開くカットに適用されます</translation>
    </message>
    <message>
        <source>Doubtful below</source>
        <translation>要確認の基準</translation>
    </message>
    <message>
        <source>Less sure regions come up for review</source>
        <translation>信頼度がこれより低い領域を確認対象にします</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>How fast Play plays</source>
        <translation>再生の速さ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>割り当てを移す</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Search by name or keys</source>
        <translation>名前またはキーで検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>The other action is left without these keys</source>
        <translation>元の操作からこのキーを外します</translation>
    </message>
    <message>
        <source>Give this action the keys that it came with</source>
        <translation>この操作のキーを初期設定に戻します</translation>
    </message>
    <message>
        <source>Give all actions the keys that they came with</source>
        <translation>すべての操作のキーを初期設定に戻します</translation>
    </message>
    <message>
        <source>{keys} belongs to “{name}”.</source>
        <translation>{keys} は「{name}」に割り当てられています。</translation>
    </message>
    <message>
        <source>Press the keys that should do it</source>
        <translation>割り当てるキーを押してください</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキーの一覧</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>This shot</source>
        <translation>このカット</translation>
    </message>
    <message>
        <source>Change the color in the shot on the desk only</source>
        <translation>いま開いているカットの色だけを変えます</translation>
    </message>
    <message>
        <source>Change the color in every shot that paints it the same, in one step</source>
        <translation>同じ色で塗っているすべてのカットの色を一度に変えます</translation>
    </message>
    <message>
        <source>All shots of the show ({count})</source>
        <translation>作品のすべてのカット（{count}）</translation>
    </message>
    <message>
        <source>In {count} drawing</source>
        <translation>動画{count}枚</translation>
    </message>
    <message>
        <source>In {count} drawings</source>
        <translation>動画{count}枚</translation>
    </message>
    <message>
        <source>Reading the keys of the other shots …</source>
        <translation>ほかのカットのキーを読み込んでいます…</translation>
    </message>
    <message>
        <source>{names} of shot “{name}” changed on the disk and was read again.</source>
        <translation>カット「{name}」の {names} がディスク上で変更されたため、読み直しました。</translation>
    </message>
    <message>
        <source>The folder of shot “{name}” has new drawing {numbers}.</source>
        <translation>カット「{name}」のフォルダーに新しい動画 {numbers} があります。</translation>
    </message>
    <message>
        <source>The folder of shot “{name}” has new drawings {numbers}.</source>
        <translation>カット「{name}」のフォルダーに新しい動画 {numbers} があります。</translation>
    </message>
    <message>
        <source>Add to the shot</source>
        <translation>カットに追加</translation>
    </message>
    <message>
        <source>add drawings</source>
        <translation>動画を追加</translation>
    </message>
    <message>
        <source>Drop the colored key drawings on the timeline, or colorize with keys of other shots</source>
        <translation>色付きのキーをタイムラインにドロップするか、ほかのカットのキーで彩色してください</translation>
    </message>
    <message>
        <source>This shot has no key: color it from the keys of the show’s other shots</source>
        <translation>このカットにはキーがありません。作品のほかのカットのキーから彩色します</translation>
    </message>
    <message>
        <source>Open the line art</source>
        <translation>線画を開く</translation>
    </message>
    <message>
        <source>Drop two colored keys</source>
        <translation>色付きのキーを2枚ドロップ</translation>
    </message>
    <message>
        <source>Colorize the shot</source>
        <translation>カットを彩色</translation>
    </message>
    <message>
        <source>Drop a shot folder here</source>
        <translation>カットフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>Numbered line art: A0001.tga, A_0001.png, name.0001.tif …</source>
        <translation>連番の線画：A0001.tga、A_0001.png、name.0001.tif など</translation>
    </message>
    <message>
        <source>OPEN AGAIN</source>
        <translation>最近開いたもの</translation>
    </message>
    <message>
        <source>Click a color in the drawing. Esc ends the eyedropper.</source>
        <translation>画面の色をクリックしてください。Esc でスポイトを終わります。</translation>
    </message>
    <message>
        <source>There is no palette color here; click a painted region.</source>
        <translation>ここにパレットの色はありません。塗られた領域をクリックしてください。</translation>
    </message>
    <message>
        <source>Picked {name}</source>
        <translation>{name} を選びました</translation>
    </message>
    <message>
        <source>GIMP palette (*.gpl)</source>
        <translation>GIMP パレット (*.gpl)</translation>
    </message>
    <message>
        <source>Shiage palette (*.json)</source>
        <translation>Shiage パレット (*.json)</translation>
    </message>
    <message>
        <source>Images ({kinds})</source>
        <translation>画像 ({kinds})</translation>
    </message>
    <message>
        <source>Videos ({kinds})</source>
        <translation>ビデオ ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Palettes ({kinds})</source>
        <translation>パレット ({kinds})</translation>
    </message>
    <message>
        <source>Shows (*{suffix})</source>
        <translation>作品 (*{suffix})</translation>
    </message>
    <message>
        <source>Save show as</source>
        <translation>作品を名前を付けて保存</translation>
    </message>
    <message>
        <source>Waits until the present work is done</source>
        <translation>実行中の処理が終わるのを待っています</translation>
    </message>
    <message>
        <source>Stopping; the best so far is kept</source>
        <translation>停止中（これまでで最良の結果を残します）</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>What was learned stayed in {path}: it cannot be copied to {name}; save the show where there is room for it.</source>
        <translation>学習結果は {path} に残っています。{name} にコピーできませんでした。空きのある場所に作品を保存してください。</translation>
    </message>
    <message>
        <source>Footage is kept in the show’s folder, and this show has none yet.</source>
        <translation>映像は作品のフォルダーに保存されますが、この作品にはまだフォルダーがありません。</translation>
    </message>
    <message>
        <source>Save the show, then choose the footage.</source>
        <translation>作品を保存してから、映像を選んでください。</translation>
    </message>
    <message>
        <source>Import finished footage</source>
        <translation>完成映像の取り込み</translation>
    </message>
    <message>
        <source>Frames {first}–{last}</source>
        <translation>{first}–{last} コマ</translation>
    </message>
    <message>
        <source>{used} of {kept} shots to learn from, {drawings} drawings</source>
        <translation>学習に使うカット {used}/{kept}（動画{drawings}枚）</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>除外 {count}</translation>
    </message>
    <message>
        <source>Stopped. The shots that were finished are kept.</source>
        <translation>中止しました。出来上がったカットは残っています。</translation>
    </message>
    <message>
        <source>Nothing in it can be learned from; the reasons stand beside its shots.</source>
        <translation>学習に使えるカットがありませんでした。理由は各カットの横にあります。</translation>
    </message>
    <message>
        <source>1 shot was imported.</source>
        <translation>1カットを取り込みました。</translation>
    </message>
    <message>
        <source>{count} shots were imported.</source>
        <translation>{count}カットを取り込みました。</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Gap {gap} px</source>
        <translation>隙間 {gap} px</translation>
    </message>
    <message>
        <source>Draw across a hole, with Shift a straight line. Click a stroke and press Delete, or Alt-click it, to erase it.</source>
        <translation>途切れた箇所に線を引きます（Shift で直線）。線を消すには、クリックして Delete を押すか、Alt を押しながらクリックします。</translation>
    </message>
    <message>
        <source>Click a region to see where it spills.</source>
        <translation>領域をクリックすると、漏れている箇所を表示します。</translation>
    </message>
    <message>
        <source>Holes up to {gap} px are closed; Regions (6) shows what that parts.</source>
        <translation>{gap} px までの隙間を閉じています。「領域」（6）で分かれ方を確認できます。</translation>
    </message>
    <message>
        <source>No holes are closed.</source>
        <translation>隙間を閉じていません。</translation>
    </message>
    <message>
        <source>draw gap stroke</source>
        <translation>隙間閉じ線を引く</translation>
    </message>
    <message>
        <source>erase gap stroke</source>
        <translation>隙間閉じ線を消す</translation>
    </message>
    <message>
        <source>leave passage in drawing {number} as drawn</source>
        <translation>動画 {number} の通り道を描いたままにする</translation>
    </message>
    <message>
        <source>call passage in drawing {number} a leak</source>
        <translation>動画 {number} の通り道を漏れとみなす</translation>
    </message>
    <message>
        <source>{text} in drawing {number}</source>
        <translation>{text}（動画 {number}）</translation>
    </message>
    <message>
        <source>Gap distance</source>
        <translation>隙間の距離</translation>
    </message>
    <message>
        <source>Gap distance in pixels</source>
        <translation>隙間の距離（ピクセル）</translation>
    </message>
    <message>
        <source>0 to {widest} pixels; Up and Down change it</source>
        <translation>0～{widest} ピクセル。上下キーで変更します</translation>
    </message>
    <message>
        <source>GAP DISTANCE OF THIS SHOT</source>
        <translation>このカットの隙間の距離</translation>
    </message>
    <message>
        <source>Finding the regions …</source>
        <translation>領域を調べています…</translation>
    </message>
    <message>
        <source>No hole is closed in this drawing</source>
        <translation>この動画で閉じた隙間はありません</translation>
    </message>
    <message>
        <source>{count} hole closed in this drawing</source>
        <translation>この動画で{count}箇所の隙間を閉じています</translation>
    </message>
    <message>
        <source>{count} holes closed in this drawing</source>
        <translation>この動画で{count}箇所の隙間を閉じています</translation>
    </message>
    <message>
        <source>Looking for leaks …</source>
        <translation>塗り漏れを探しています…</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>確か</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>{name} is now the key of drawing {number}.</source>
        <translation>{name} を動画 {number} のキーにしました。</translation>
    </message>
    <message>
        <source> Its name says {number}; undo if you meant that one.</source>
        <translation> ファイル名の番号は {number} です。そちらが正しい場合は元に戻してください。</translation>
    </message>
    <message>
        <source>Drawing {number} is now a key.</source>
        <translation>動画 {number} をキーにしました。</translation>
    </message>
    <message>
        <source>Drawings {numbers} are now keys.</source>
        <translation>動画 {numbers} をキーにしました。</translation>
    </message>
    <message>
        <source>Use as keys</source>
        <translation>キーとして使う</translation>
    </message>
    <message>
        <source>Use first and last</source>
        <translation>最初と最後を使う</translation>
    </message>
    <message>
        <source>Use all {count}</source>
        <translation>{count}枚すべて使う</translation>
    </message>
    <message>
        <source>Color image of drawing {number}</source>
        <translation>動画 {number} の色付き画像</translation>
    </message>
    <message>
        <source>Colored key drawings</source>
        <translation>色付きのキー画像</translation>
    </message>
    <message>
        <source>The key of drawing {source} now belongs to drawing {target}.</source>
        <translation>動画 {source} のキーを動画 {target} に移しました。</translation>
    </message>
    <message>
        <source>The key stays with drawing {source}</source>
        <translation>キーは動画 {source} のままです</translation>
    </message>
    <message>
        <source>{stays}: there is no drawing to give it to.</source>
        <translation>{stays}。移せる動画がありません。</translation>
    </message>
    <message>
        <source>{stays}: drawing {target} has a key of its own; unmark that one first.</source>
        <translation>{stays}。動画 {target} にはすでにキーがあります。先に解除してください。</translation>
    </message>
    <message>
        <source>{stays}: {problem}</source>
        <translation>{stays}。{problem}</translation>
    </message>
    <message>
        <source>{count} images could not be used as keys.</source>
        <translation>画像{count}枚はキーとして使えませんでした。</translation>
    </message>
    <message>
        <source>Found {count} colored drawing in {where} ({numbers}).</source>
        <translation>{where} に色付きの動画が{count}枚あります（{numbers}）。</translation>
    </message>
    <message>
        <source>Found {count} colored drawings in {where} ({numbers}).</source>
        <translation>{where} に色付きの動画が{count}枚あります（{numbers}）。</translation>
    </message>
    <message>
        <source>use what was learned</source>
        <translation>学習した結果を使用</translation>
    </message>
    <message>
        <source>go back to Shiage’s own weights</source>
        <translation>Shiage 付属の重みに戻す</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Leave unsaved</source>
        <translation>保存せずに続ける</translation>
    </message>
    <message>
        <source>“{name}” is not saved as a show yet.</source>
        <translation>「{name}」はまだ作品として保存されていません。</translation>
    </message>
    <message>
        <source>If you leave it unsaved, its work is kept and offered at the next start.</source>
        <translation>保存しなくても作業内容は保持され、次回の起動時に復元できます。</translation>
    </message>
    <message>
        <source>“{name}” has changes that are not saved.</source>
        <translation>「{name}」に保存していない変更があります。</translation>
    </message>
    <message>
        <source>Discarded changes cannot be brought back.</source>
        <translation>破棄した変更は元に戻せません。</translation>
    </message>
    <message>
        <source>Correct or accept some drawings first: they are what is learned from</source>
        <translation>先に動画をいくつか修正または承認してください（それを学習に使います）</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>Save the show first: what it learns is kept with it.</source>
        <translation>先に作品を保存してください。学習した結果は作品と一緒に保存されます。</translation>
    </message>
    <message>
        <source>Learned from the corrections: {regions} of regions right, {psnr}, on drawings that it had not learned from. The other drawings are colored again with it; Undo takes both back.</source>
        <translation>修正から学習しました。学習に使わない動画で正しい領域 {regions}、{psnr}。残りの動画をその結果で彩色し直します。元に戻すと両方とも取り消されます。</translation>
    </message>
    <message>
        <source>Stopped; nothing was learned.</source>
        <translation>中止しました。何も学習していません。</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Review · {count}</source>
        <translation>確認 · {count}</translation>
    </message>
    <message>
        <source>The drawings are still being looked through; try again in a moment.</source>
        <translation>まだ動画を調べています。少し待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>There is nothing to look at yet; colorize the shot first.</source>
        <translation>まだ見るものがありません。先にカットを彩色してください。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} を取り込み中</translation>
    </message>
    <message>
        <source>Hardly anything moves</source>
        <translation>ほとんど動きがない</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>暗すぎる</translation>
    </message>
    <message>
        <source>Too faded</source>
        <translation>色が薄すぎる</translation>
    </message>
    <message>
        <source>Only {count} frames long</source>
        <translation>{count}コマしかない</translation>
    </message>
    <message>
        <source>Only {count} different drawings</source>
        <translation>異なる動画が{count}枚しかない</translation>
    </message>
    <message>
        <source>{file} is cut off: it ends after frame {read} of {count}; what comes before was used.</source>
        <translation>{file} は途中で切れています（{count}コマ中{read}コマまで）。そこまでを使いました。</translation>
    </message>
    <message>
        <source>{file} is damaged after frame {read}; what comes before was used.</source>
        <translation>{file} は{read}コマより後が壊れています。そこまでを使いました。</translation>
    </message>
    <message>
        <source>{file} holds no frames; export the video again.</source>
        <translation>{file} に画像がありません。ビデオをもう一度書き出してください。</translation>
    </message>
    <message>
        <source>{file} has no picture in it; choose a video.</source>
        <translation>{file} には映像がありません。ビデオを選んでください。</translation>
    </message>
    <message>
        <source>{file} cannot be decoded; export it as H.264 MP4, or as a folder of images.</source>
        <translation>{file} を再生できません。H.264のMP4、または連番画像として書き出してください。</translation>
    </message>
    <message>
        <source>{file} needs the Python package av; install it, or export the video as a folder of images.</source>
        <translation>{file} にはPython パッケージ av が必要です。インストールするか、ビデオを連番画像として書き出してください。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no numbered images; choose one with finished color frames named with trailing digits, such as A0001.png.</source>
        <translation>フォルダー {folder} に番号付きの画像がありません。A0001.png のように末尾が番号の、彩色済み画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Not one image in {folder} can be read; export them again as PNG.</source>
        <translation>{folder} の画像を1枚も読み込めません。PNGで書き出し直してください。</translation>
    </message>
    <message>
        <source>The footage {name} is damaged and was skipped ({reason}); import it again.</source>
        <translation>映像 {name} は壊れているため除外しました（{reason}）。もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>The disk is full: not all footage came into {name}; make room and import again.</source>
        <translation>ディスクがいっぱいです。{name} に映像をすべては取り込めませんでした。空きを作って、もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>Looking at what there is to learn from</source>
        <translation>学習に使えるものを調べています</translation>
    </message>
    <message>
        <source>Learning which region is which</source>
        <translation>領域の対応を学習中</translation>
    </message>
    <message>
        <source>Learning the show&apos;s colors</source>
        <translation>作品の色を学習中</translation>
    </message>
    <message>
        <source>Learning how colors stay the same over time</source>
        <translation>色の時間的なつながりを学習中</translation>
    </message>
    <message>
        <source>Measuring on drawings that are not learned from</source>
        <translation>学習に使わない動画で測定中</translation>
    </message>
    <message>
        <source>There are too few finished drawings to learn from: it takes a shot with at least three of them, keys or drawings that were accepted; or import finished footage.</source>
        <translation>学習に使える完成した動画が足りません。キーか承認済みの動画が3枚以上あるカットが必要です。完成した映像を読み込むこともできます。</translation>
    </message>
    <message>
        <source>None of the drawings to learn from can be read any more.</source>
        <translation>学習に使う動画を1枚も読み込めなくなりました。</translation>
    </message>
    <message>
        <source>{path} does not exist any more; save the show again.</source>
        <translation>{path} が見つかりません。作品を保存し直してください。</translation>
    </message>
    <message>
        <source>There is less than {needed} MB free where {name} is saved; make room first.</source>
        <translation>{name} の保存先の空きが {needed} MB 未満です。先に空きを増やしてください。</translation>
    </message>
    <message>
        <source>Learning takes about {needed} MB of memory and {free} MB are free; close other programs first.</source>
        <translation>学習には約 {needed} MB のメモリーが必要ですが、空きは {free} MB です。先にほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>There is not enough memory to learn; close other programs and try again.</source>
        <translation>学習に必要なメモリーが足りません。ほかのプログラムを閉じてやり直してください。</translation>
    </message>
    <message>
        <source>There is not enough memory to learn; close other programs and go on with the fine-tuning, which is kept.</source>
        <translation>学習に必要なメモリーが足りません。途中までの学習は残っています。ほかのプログラムを閉じて再開してください。</translation>
    </message>
    <message>
        <source>The disk is full where {name} is saved; make room and go on: what was learned up to the last half minute is kept.</source>
        <translation>{name} の保存先がいっぱいです。空きを増やして再開してください。直前30秒までの学習は残っています。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); save the show in a folder that is yours.</source>
        <translation>{path} に書き込めません（{reason}）。書き込めるフォルダーに作品を保存してください。</translation>
    </message>
    <message>
        <source>{file} has another size than its drawing; it was left out.</source>
        <translation>{file} は動画とサイズが違うため除外しました。</translation>
    </message>
    <message>
        <source>{file} has another size than when it was colored.</source>
        <translation>{file} は彩色したときとサイズが違います。</translation>
    </message>
    <message>
        <source>{file} has another size than its lines.</source>
        <translation>{file} は線画とサイズが違います。</translation>
    </message>
    <message>
        <source>The fine-tuned weights in {folder} were made for other networks than those of this version of Shiage; fine-tune again, or go back to the weights that come with Shiage.</source>
        <translation>{folder} の学習結果は、このバージョンの Shiage のネットワークには使えません。学習し直すか、Shiage 付属の重みに戻してください。</translation>
    </message>
    <message>
        <source>The networks&apos; weights are missing: {path} cannot be read ({reason}); install Shiage again or choose another weights folder.</source>
        <translation>ネットワークの重みがありません。{path} を読み込めません（{reason}）。Shiage をインストールし直すか、別の重みのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The networks&apos; weights are incomplete: {path} cannot be read ({reason}); install Shiage again or choose another weights folder.</source>
        <translation>ネットワークの重みが揃っていません。{path} を読み込めません（{reason}）。Shiage をインストールし直すか、別の重みのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}); install Shiage again or choose another weights folder.</source>
        <translation>{path} が壊れています（{reason}）。Shiage をインストールし直すか、別の重みのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Delete what was learned on {when}?</source>
        <translation>{when} の学習結果を削除しますか？</translation>
    </message>
    <message>
        <source>This cannot be undone. Drawings that were colored with it stay.</source>
        <translation>この操作は元に戻せません。その結果で彩色した動画は残ります。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>It is colored as soon as the fine-tuning is over.</source>
        <translation>学習が終わりしだい彩色します。</translation>
    </message>
    <message>
        <source>Use Shiage’s own weights</source>
        <translation>Shiage 付属の重みを使う</translation>
    </message>
    <message>
        <source>Learning from the corrections</source>
        <translation>修正から学習中</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>{keys} and {count} corrected drawing</source>
        <translation>{keys}と修正済みの動画{count}枚</translation>
    </message>
    <message>
        <source>{keys} and {count} corrected drawings</source>
        <translation>{keys}と修正済みの動画{count}枚</translation>
    </message>
    <message>
        <source>{drawings} in one shot</source>
        <translation>1カットに{drawings}</translation>
    </message>
    <message>
        <source>{drawings} in {count} shots</source>
        <translation>{count}カットに{drawings}</translation>
    </message>
    <message>
        <source>{drawings}, {count} drawing of footage</source>
        <translation>{drawings}、読み込んだ映像の動画{count}枚</translation>
    </message>
    <message>
        <source>{drawings}, {count} drawings of footage</source>
        <translation>{drawings}、読み込んだ映像の動画{count}枚</translation>
    </message>
    <message>
        <source>It did not help: nothing that was tried came out better on drawings that it had not learned from ({regions} right, {psnr} dB). The weights before are kept.</source>
        <translation>効果はありませんでした。学習に使わない動画で、元より良い結果は得られませんでした（正しい領域 {regions}、{psnr} dB）。学習前の重みをそのまま使います。</translation>
    </message>
    <message>
        <source>{mended}, {broken} broken on drawings that it had not learned from; {regions} right, {psnr}</source>
        <translation>学習に使わない動画で{mended}、悪化{broken}個、正しい領域 {regions}、{psnr}</translation>
    </message>
    <message>
        <source>{count} region mended</source>
        <translation>改善{count}個</translation>
    </message>
    <message>
        <source>{count} regions mended</source>
        <translation>改善{count}個</translation>
    </message>
    <message>
        <source>It did not help: {change}. The weights before are kept.</source>
        <translation>効果はありませんでした（{change}）。学習前の重みをそのまま使います。</translation>
    </message>
    <message>
        <source>Learned: {change}. The show is colored with what was learned from now on.</source>
        <translation>学習しました（{change}）。今後はこの結果で作品を彩色します。</translation>
    </message>
    <message>
        <source>Learned: {change}. It is not in use.</source>
        <translation>学習しました（{change}）。この結果は使用していません。</translation>
    </message>
    <message>
        <source>The fine-tuning was interrupted; it can be gone on with.</source>
        <translation>学習は中断されました。あとで再開できます。</translation>
    </message>
    <message>
        <source>Stopped before anything was measured; the weights before are kept.</source>
        <translation>測定の前に停止しました。学習前の重みをそのまま使います。</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>まもなく完了</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>残り{seconds}秒</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>残り{minutes}分</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>残り{hours}時間</translation>
    </message>
    <message>
        <source>{title}[*] – Shiage</source>
        <translation>{title}[*] – Shiage</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>ネットワークを読み込み中</translation>
    </message>
    <message>
        <source>Finishing the present drawing, then closing …</source>
        <translation>現在の動画の処理が終わりしだい閉じます…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>カット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>修正(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Gaps</source>
        <translation>隙間(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>パレット(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Show or hide what exactly it is about</source>
        <translation>詳しい内容の表示を切り替えます</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>この通知を閉じます</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Choose a color in the palette first (or pick one with I).</source>
        <translation>先にパレットで色を選んでください（I キーで画面からも選べます）。</translation>
    </message>
    <message>
        <source>Change “{name}”</source>
        <translation>「{name}」を変更</translation>
    </message>
    <message>
        <source>Add color</source>
        <translation>色を追加</translation>
    </message>
    <message>
        <source>Import palette</source>
        <translation>パレットを読み込む</translation>
    </message>
    <message>
        <source>import palette</source>
        <translation>パレットを読み込む</translation>
    </message>
    <message>
        <source>{file}: {known} colors of this shot took name and group, {added} were added.</source>
        <translation>{file}：このカットの{known}色に名前とグループを付け、{added}色を追加しました。</translation>
    </message>
    <message>
        <source>There are no colors yet; mark a key or add a color first.</source>
        <translation>まだ色がありません。先にキーを設定するか、色を追加してください。</translation>
    </message>
    <message>
        <source>Export palette</source>
        <translation>パレットを書き出す</translation>
    </message>
    <message>
        <source>Palette written to {path}</source>
        <translation>パレットを {path} に書き出しました</translation>
    </message>
    <message>
        <source>rename color</source>
        <translation>色の名前を変更</translation>
    </message>
    <message>
        <source>rename group</source>
        <translation>グループの名前を変更</translation>
    </message>
    <message>
        <source>move group</source>
        <translation>グループを移動</translation>
    </message>
    <message>
        <source>group colors</source>
        <translation>色をグループにまとめる</translation>
    </message>
    <message>
        <source>ungroup colors</source>
        <translation>色をグループから外す</translation>
    </message>
    <message>
        <source>move colors</source>
        <translation>色を移動</translation>
    </message>
    <message>
        <source>change color “{name}”</source>
        <translation>色「{name}」を変更</translation>
    </message>
    <message>
        <source>restore colors</source>
        <translation>色を元に戻す</translation>
    </message>
    <message>
        <source>add color</source>
        <translation>色を追加</translation>
    </message>
    <message>
        <source>“{name}” is this color already.</source>
        <translation>すでに「{name}」の色です。</translation>
    </message>
    <message>
        <source>remove colors</source>
        <translation>色を削除</translation>
    </message>
    <message>
        <source>{count} color is in use and stayed.</source>
        <translation>{count}色は使われているため残しました。</translation>
    </message>
    <message>
        <source>{count} colors are in use and stayed.</source>
        <translation>{count}色は使われているため残しました。</translation>
    </message>
    <message>
        <source>Drawing {number} is no key any more</source>
        <translation>動画 {number} のキーを解除します</translation>
    </message>
    <message>
        <source>Remove key {number}</source>
        <translation>キー {number} を解除</translation>
    </message>
    <message>
        <source>Drawing {number}</source>
        <translation>動画 {number}</translation>
    </message>
    <message>
        <source>Drop the colored key drawings on the timeline.</source>
        <translation>色付きのキー画像をタイムラインにドロップしてください。</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Next drawing with this color</source>
        <translation>この色のある次の動画</translation>
    </message>
    <message>
        <source>Copy {painted}</source>
        <translation>{painted} をコピー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>グループの名前を変更</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Dissolve group</source>
        <translation>グループを解除</translation>
    </message>
    <message>
        <source>No drawing has this color.</source>
        <translation>この色を使っている動画はありません。</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>グループへ移動</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新しいグループ…</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新しいグループ</translation>
    </message>
    <message>
        <source>Name of the group:</source>
        <translation>グループの名前：</translation>
    </message>
    <message>
        <source>instead of {source}</source>
        <translation>元の色 {source}</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Not used in this shot</source>
        <translation>このカットでは未使用</translation>
    </message>
    <message>
        <source>{count} drawing</source>
        <translation>動画{count}枚</translation>
    </message>
    <message>
        <source>{count} region</source>
        <translation>領域{count}個</translation>
    </message>
    <message>
        <source>{count} regions</source>
        <translation>領域{count}個</translation>
    </message>
    <message>
        <source>In {drawings}, {regions}</source>
        <translation>{drawings}、{regions}で使用</translation>
    </message>
    <message>
        <source>Instead of {source}</source>
        <translation>元の色 {source}</translation>
    </message>
    <message>
        <source>The keys&apos; exact colors appear here.</source>
        <translation>キーの色がそのままここに並びます。</translation>
    </message>
    <message>
        <source>PALETTE</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Import, export and tidy up</source>
        <translation>読み込み、書き出し、整理</translation>
    </message>
    <message>
        <source>Remove all unused colors</source>
        <translation>未使用の色をすべて削除</translation>
    </message>
    <message>
        <source>PALETTE  {count}</source>
        <translation>パレット  {count}</translation>
    </message>
    <message>
        <source>Drawing {number}: {reason}</source>
        <translation>動画 {number}：{reason}</translation>
    </message>
    <message>
        <source>{number}  {color} or {other}?</source>
        <translation>{number}  {color} ／ {other}？</translation>
    </message>
    <message>
        <source>Regions that the coloring is not sure of</source>
        <translation>彩色に確信が持てない領域</translation>
    </message>
    <message>
        <source>Regions whose color changes between neighboring drawings</source>
        <translation>前後の動画の間で色が変わる領域</translation>
    </message>
    <message>
        <source>Regions to look at</source>
        <translation>確認する領域</translation>
    </message>
    <message>
        <source>Regions that the coloring is less sure of than this are doubtful</source>
        <translation>信頼度がこれより低い領域を確認対象にします</translation>
    </message>
    <message>
        <source>Doubt threshold</source>
        <translation>要確認の基準</translation>
    </message>
    <message>
        <source>No doubtful region is left.</source>
        <translation>要確認の領域はもうありません。</translation>
    </message>
    <message>
        <source>No color changes between neighboring drawings.</source>
        <translation>前後の動画で色が変わる箇所はありません。</translation>
    </message>
    <message>
        <source>one drawing</source>
        <translation>動画1枚</translation>
    </message>
    <message>
        <source>{count} region in {where}</source>
        <translation>{where}に要確認の領域が{count}個</translation>
    </message>
    <message>
        <source>{count} regions in {where}</source>
        <translation>{where}に要確認の領域が{count}個</translation>
    </message>
    <message>
        <source>{count} color may pop in {where}</source>
        <translation>{where}に色パカの疑いが{count}箇所</translation>
    </message>
    <message>
        <source>{count} colors may pop in {where}</source>
        <translation>{where}に色パカの疑いが{count}箇所</translation>
    </message>
    <message>
        <source>SHOTS</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>{count} key</source>
        <translation>キー{count}枚</translation>
    </message>
    <message>
        <source>{count} keys</source>
        <translation>キー{count}枚</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Show the panel {title}</source>
        <translation>「{title}」パネルを表示します</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近開いたもの</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>履歴はまだありません</translation>
    </message>
    <message>
        <source>The line art of shot “{name}” is not at {folder}; choose its folder.</source>
        <translation>カット「{name}」の線画が {folder} にありません。フォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを指定…</translation>
    </message>
    <message>
        <source>Line art of shot {name}</source>
        <translation>カット {name} の線画</translation>
    </message>
    <message>
        <source>{folder} has none of the drawings of shot “{name}”; choose another folder.</source>
        <translation>{folder} にはカット「{name}」の動画がありません。別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The line art of {name} is now read from {folder}</source>
        <translation>{name} の線画を {folder} から読み込みます</translation>
    </message>
    <message>
        <source>{folder} has no drawings {numbers} of shot “{name}”; their colors are kept.</source>
        <translation>{folder} にはカット「{name}」の動画 {numbers} がありません。色は残っています。</translation>
    </message>
    <message>
        <source>Doubtful regions</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Color pops</source>
        <translation>色パカ</translation>
    </message>
    <message>
        <source>Nothing is left to look at.</source>
        <translation>確認する領域はもうありません。</translation>
    </message>
    <message>
        <source>Studying the keys</source>
        <translation>キーを解析中</translation>
    </message>
    <message>
        <source>The graphics card is out of memory; going on with the processor</source>
        <translation>グラフィックカードのメモリーが足りないため、CPU で続けます</translation>
    </message>
    <message>
        <source>A key cannot be used</source>
        <translation>使えないキーがあります</translation>
    </message>
    <message>
        <source>{name} was left out</source>
        <translation>{name} を除外しました</translation>
    </message>
    <message>
        <source>Coloring {name}</source>
        <translation>{name} を彩色中</translation>
    </message>
    <message>
        <source>{name} failed</source>
        <translation>{name} に失敗しました</translation>
    </message>
    <message>
        <source>Guessed drawing {number}</source>
        <translation>動画 {number} を仮彩色しました</translation>
    </message>
    <message>
        <source>Colored drawing {number}</source>
        <translation>動画 {number} を彩色しました</translation>
    </message>
    <message>
        <source>Looking through drawing {number}</source>
        <translation>動画 {number} を確認中</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} を保存中</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} を開いています</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>{name} を書き出しました</translation>
    </message>
    <message>
        <source>Frame {number}</source>
        <translation>コマ {number}</translation>
    </message>
    <message>
        <source>This region does not leak: it has no passage that a gap of up to {gap} px would close.</source>
        <translation>この領域は漏れていません。{gap} px までの隙間で閉じられる箇所はありません。</translation>
    </message>
    <message>
        <source>1 leak, {width} px wide; a gap of {gap} px would close it, or a stroke across it (G).</source>
        <translation>漏れが1箇所（幅 {width} px）あります。隙間を {gap} px にするか、線を引く（G）と閉じられます。</translation>
    </message>
    <message>
        <source>{count} leaks, the narrowest {width} px wide; a gap of {gap} px would close all of them, strokes (G) each one.</source>
        <translation>漏れが{count}箇所（最も狭いもので幅 {width} px）あります。隙間を {gap} px にすればすべて、線（G）なら一つずつ閉じられます。</translation>
    </message>
    <message>
        <source>{count} leaks, the narrowest {width} px wide; a gap of {gap} px would close {closed} of them, strokes (G) each one.</source>
        <translation>漏れが{count}箇所（最も狭いもので幅 {width} px）あります。隙間を {gap} px にすればそのうち{closed}箇所、線（G）なら一つずつ閉じられます。</translation>
    </message>
    <message>
        <source>{file} has no drawing number at the end of its name; rename it, or assign it to a drawing by hand.</source>
        <translation>{file} は名前の最後に動画番号がありません。名前を変えるか、手動で動画に割り当ててください。</translation>
    </message>
    <message>
        <source>{file} and {other} are both for drawing {number}; the latter is used.</source>
        <translation>{file} と {other} はどちらも動画 {number} のものです。後者を使います。</translation>
    </message>
    <message>
        <source>{file} is to be the key of drawing {number}, which this shot does not have; its drawings are {numbers}.</source>
        <translation>{file} は動画 {number} のキーですが、このカットにその番号はありません。動画は {numbers} です。</translation>
    </message>
    <message>
        <source>{file} is the line art itself; choose its color image.</source>
        <translation>{file} は線画そのものです。色付きの画像を選んでください。</translation>
    </message>
    <message>
        <source>{file} is {size}, but its drawing {drawing} is {line_size}; resize it without smoothing (nearest neighbor) or export it again.</source>
        <translation>{file} は {size} ですが、線画 {drawing} は {line_size} です。補間なし（ニアレストネイバー）で拡大縮小するか、書き出し直してください。</translation>
    </message>
    <message>
        <source>{file} is {size}, but its drawing {drawing} is {line_size}; export it uncropped, or take the color image that belongs to this drawing.</source>
        <translation>{file} は {size} ですが、線画 {drawing} は {line_size} です。トリミングせずに書き出すか、この動画の色付き画像を選んでください。</translation>
    </message>
    <message>
        <source>{file} is empty (0 bytes); export it again.</source>
        <translation>{file} は空（0バイト）です。書き出し直してください。</translation>
    </message>
    <message>
        <source>{file} is not an image that can be read; save it as PNG, TGA or TIFF.</source>
        <translation>{file} は読み込める画像ではありません。PNG、TGA、TIFF のいずれかで保存してください。</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off; export or copy it again.</source>
        <translation>{file} は壊れているか、途中で切れています。書き出し直すか、コピーし直してください。</translation>
    </message>
    <message>
        <source>{file} does not exist; check the path.</source>
        <translation>{file} が見つかりません。パスを確認してください。</translation>
    </message>
    <message>
        <source>{file} may not be read by you; change its permissions.</source>
        <translation>{file} を読む権限がありません。アクセス権を変更してください。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; check the path.</source>
        <translation>フォルダー {folder} が見つかりません。パスを確認してください。</translation>
    </message>
    <message>
        <source>change color “{name}” in the show</source>
        <translation>作品全体で色「{name}」を変更</translation>
    </message>
    <message>
        <source>{count} leaks, the narrowest {width} px wide; strokes (G) close each one.</source>
        <translation>漏れが{count}箇所（最も狭いもので幅 {width} px）あります。線（G）なら一つずつ閉じられます。</translation>
    </message>
    <message>
        <source>X leaves the framed one as drawn.</source>
        <translation>X で枠付きのものを描いたままにします。</translation>
    </message>
    <message>
        <source>No leak is left in this region.</source>
        <translation>この領域に漏れは残っていません。</translation>
    </message>
    <message>
        <source>1 passage stays as drawn; click it and press X to take that back.</source>
        <translation>描いたままにした通り道が1箇所あります。取り消すにはクリックして X を押してください。</translation>
    </message>
    <message>
        <source>{count} passages stay as drawn; click one and press X to take that back.</source>
        <translation>描いたままにした通り道が{count}箇所あります。取り消すにはクリックして X を押してください。</translation>
    </message>
    <message>
        <source>{folder} is not a folder; open the folder that holds the drawings.</source>
        <translation>{folder} はフォルダーではありません。動画の入ったフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>The images in {folder} have no drawing numbers; name them with trailing digits, such as A0001.png.</source>
        <translation>{folder} の画像に動画番号がありません。A0001.png のように末尾に番号を付けてください。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no images; open a folder with line art named with trailing digits, such as A0001.png.</source>
        <translation>フォルダー {folder} に画像がありません。A0001.png のように末尾に番号の付いた線画のフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>The folder also holds {count} drawings of the series “{other}”; only “{name}” was opened, so move the others to a folder of their own.</source>
        <translation>このフォルダーには別シリーズ「{other}」の動画も{count}枚あります。「{name}」だけを開きました。ほかは別のフォルダーに移してください。</translation>
    </message>
    <message>
        <source>Without a drawing number at the end of the name, left out: {files}.</source>
        <translation>名前の最後に動画番号がないため除外しました：{files}。</translation>
    </message>
    <message>
        <source>{files} are all drawing {number}; {file} is used.</source>
        <translation>{files} はすべて動画 {number} です。{file} を使います。</translation>
    </message>
    <message>
        <source>The drawing numbers jump from {first} to {last}.</source>
        <translation>動画番号が {first} から {last} に飛んでいます。</translation>
    </message>
    <message>
        <source>Drawing number {number} is missing.</source>
        <translation>動画番号 {number} がありません。</translation>
    </message>
    <message>
        <source>Drawing numbers {numbers} are missing.</source>
        <translation>動画番号 {numbers} がありません。</translation>
    </message>
    <message>
        <source>Most drawings are {size}, but these have another size: {files}.</source>
        <translation>ほとんどの動画は {size} ですが、次の動画はサイズが違います：{files}。</translation>
    </message>
    <message>
        <source>The timesheet {file} uses none of these drawings, so each has one frame; check its drawing numbers.</source>
        <translation>タイムシート {file} にこのカットの動画がないため、1コマずつにしました。動画番号を確認してください。</translation>
    </message>
    <message>
        <source>The timesheet {file} uses {numbers}, not found in the folder; their frames stay empty.</source>
        <translation>タイムシート {file} で使う {numbers} がフォルダーにありません。そのコマは空のままです。</translation>
    </message>
    <message>
        <source>The timesheet {file} does not use {numbers}; they stand behind its last frame and do not play.</source>
        <translation>タイムシート {file} では {numbers} が使われていません。最後のコマの後に置かれ、再生されません。</translation>
    </message>
    <message>
        <source>The disk is full: {file} was not written; make room and export again.</source>
        <translation>ディスクがいっぱいのため {file} を書き出せませんでした。空きを作ってから、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>The disk is full: {file} was not saved; make room and save again.</source>
        <translation>ディスクがいっぱいのため {file} を保存できませんでした。空きを作ってから、もう一度保存してください。</translation>
    </message>
    <message>
        <source>{path} may not be written to; choose a folder that is yours.</source>
        <translation>{path} に書き込む権限がありません。書き込めるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} may not be written to; save the show in a folder that is yours.</source>
        <translation>{path} に書き込む権限がありません。書き込めるフォルダーに作品を保存してください。</translation>
    </message>
    <message>
        <source>The export needs about {needed}, but only {free} are free for {folder}; make room or choose another folder.</source>
        <translation>書き出しには約 {needed} 必要ですが、{folder} の空きは {free} です。空きを作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{name} was saved by another program since it was opened here; save under another name, or replace what it saved.</source>
        <translation>{name} は、ここで開いた後に別のプログラムが保存しました。別の名前で保存するか、その内容を置き換えてください。</translation>
    </message>
    <message>
        <source>{name} is being saved by another program; save again in a moment.</source>
        <translation>{name} は別のプログラムが保存中です。しばらくしてから保存してください。</translation>
    </message>
    <message>
        <source>{file} has changed its size since it was colored; color it again.</source>
        <translation>{file} は彩色後にサイズが変わりました。彩色し直してください。</translation>
    </message>
    <message>
        <source>{name} could not be colored ({error}); export it again, or report this if the drawing is sound.</source>
        <translation>{name} を彩色できませんでした（{error}）。書き出し直してください。動画に問題がなければ、ご報告ください。</translation>
    </message>
    <message>
        <source>No drawing has a key; give the color image of at least one drawing, best the first and the last.</source>
        <translation>キーがありません。少なくとも1枚（できれば最初と最後）の色付き画像を指定してください。</translation>
    </message>
    <message>
        <source>Not one key can be used: {reason}</source>
        <translation>使えるキーがありません：{reason}</translation>
    </message>
    <message>
        <source>{file} has another size than its drawing; export it again.</source>
        <translation>{file} は動画とサイズが違います。書き出し直してください。</translation>
    </message>
    <message>
        <source>Nothing is colored yet; color the shot, then export it.</source>
        <translation>まだ何も彩色されていません。カットを彩色してから書き出してください。</translation>
    </message>
    <message>
        <source>{file} is not colored yet; color it, then export again.</source>
        <translation>{file} は未彩色です。彩色してから、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{path} is not a folder, or a file is in its way; choose another folder.</source>
        <translation>{path} はフォルダーではないか、同名のファイルがあります。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); choose another folder.</source>
        <translation>{path} に書き込めません（{reason}）。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); save the show in another place.</source>
        <translation>{path} に書き込めません（{reason}）。作品を別の場所に保存してください。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}); check its permissions.</source>
        <translation>フォルダー {folder} を読み込めません（{reason}）。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation>{path} を読み込めません（{reason}）。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{path} is a file, not a show; choose another name.</source>
        <translation>{path} は作品ではなくファイルです。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{path} is no show: it has no {file}; open a folder named {name}.</source>
        <translation>{path} は作品ではありません（{file} がありません）。{name} という名前のフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>{name} was saved by a newer version of Shiage; update Shiage to open it.</source>
        <translation>{name} は新しいバージョンの Shiage で保存されています。開くには Shiage を更新してください。</translation>
    </message>
    <message>
        <source>{file} is damaged; restore it from a backup, or open the shot folder anew.</source>
        <translation>{file} は壊れています。バックアップから復元するか、カットフォルダーを開き直してください。</translation>
    </message>
    <message>
        <source>The colors of drawing {number} in {file} cannot be read; colorize this drawing again.</source>
        <translation>{file} にある動画 {number} の色を読み込めません。この動画を彩色し直してください。</translation>
    </message>
    <message>
        <source>{path} holds the line art, which is never written to; choose another folder.</source>
        <translation>{path} には線画があります。線画に書き込むことはありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{file} is the color image of a key and was not overwritten; choose another folder.</source>
        <translation>{file} はキーの色付き画像のため、上書きしませんでした。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder {folder} has color images for {numbers}, which are not drawings of this shot; they are left out.</source>
        <translation>フォルダー {folder} の色付き画像 {numbers} は、このカットの動画ではないため除外しました。</translation>
    </message>
    <message>
        <source>Not offered as a key: {reason}</source>
        <translation>キーの候補から外しました：{reason}</translation>
    </message>
    <message>
        <source>{file} has no colors; choose another palette.</source>
        <translation>{file} に色がありません。別のパレットを選んでください。</translation>
    </message>
    <message>
        <source>{file} is no GIMP palette and no palette of Shiage; choose a .gpl or .json file.</source>
        <translation>{file} は GIMP パレットでも Shiage パレットでもありません。.gpl または .json を選んでください。</translation>
    </message>
    <message>
        <source>{file} holds no palette; choose a .gpl or .json palette.</source>
        <translation>{file} にパレットがありません。.gpl または .json のパレットを選んでください。</translation>
    </message>
    <message>
        <source>{file} has a color in line {number} that cannot be read; mend that line.</source>
        <translation>{file} の{number}行目の色を読み込めません。その行を直してください。</translation>
    </message>
    <message>
        <source>{file} is {size}, more than {limit} megapixels; reduce its size.</source>
        <translation>{file} は {size} で、上限の{limit}メガピクセルを超えています。縮小してください。</translation>
    </message>
    <message>
        <source>{file} holds {mode} colors, which have no exact RGB values; save it as 8 or 16 bit RGB.</source>
        <translation>{file} は {mode} カラーで、正確な RGB 値がありません。8 または 16 ビットの RGB で保存してください。</translation>
    </message>
    <message>
        <source>{file} is a folder, not an image; name a file inside it.</source>
        <translation>{file} は画像ではなくフォルダーです。中のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The timesheet {file} is not laid out as XDTS; export it again.</source>
        <translation>タイムシート {file} は XDTS の形式ではありません。書き出し直してください。</translation>
    </message>
    <message>
        <source>The timesheet {file} is damaged or cut off; export it again.</source>
        <translation>タイムシート {file} は壊れているか、途中で切れています。書き出し直してください。</translation>
    </message>
    <message>
        <source>The timesheet {file} has no column of drawings; export it with its cell tracks.</source>
        <translation>タイムシート {file} に動画の列がありません。セルのトラックを含めて書き出してください。</translation>
    </message>
    <message>
        <source>The timesheet {file} cannot be read ({reason}); check it.</source>
        <translation>タイムシート {file} を読み込めません（{reason}）。ファイルを確認してください。</translation>
    </message>
    <message>
        <source>Drawings of {size} are too large for WebP, whose limit is {limit} pixels a side; export images instead.</source>
        <translation>{size} の動画は、WebP の上限（一辺 {limit} ピクセル）を超えています。画像で書き出してください。</translation>
    </message>
    <message>
        <source>Drawings of {size} are too large for MP4, whose limit is {limit} pixels a side; export images instead.</source>
        <translation>{size} の動画は MP4 には大きすぎます（一辺 {limit} ピクセルまで）。画像として書き出してください。</translation>
    </message>
    <message>
        <source>MP4 cannot be encoded here ({reason}); choose animated WebP, or export images.</source>
        <translation>この環境では MP4 を作成できません（{reason}）。アニメーション WebP を選ぶか、画像として書き出してください。</translation>
    </message>
    <message>
        <source>The movie is larger than 4 GB, which WebP cannot be; shorten it.</source>
        <translation>ムービーが WebP の上限の 4 GB を超えます。短くしてください。</translation>
    </message>
    <message>
        <source>{file} needs the Python package {package}; install it or choose another format.</source>
        <translation>{file} には Python パッケージ {package} が必要です。インストールするか、別の形式を選んでください。</translation>
    </message>
    <message>
        <source> The colors of {stale} are kept and marked stale.</source>
        <translation> 動画 {stale} の色は残り、要更新になっています。</translation>
    </message>
    <message>
        <source> The colors of {shots}, which borrowed its keys, are marked stale.</source>
        <translation>このキーを借りた{shots}の色も要更新になります。</translation>
    </message>
    <message>
        <source> Colorize brings them up to date.</source>
        <translation>彩色すると最新の状態になります。</translation>
    </message>
    <message>
        <source> with the timesheet {name}</source>
        <translation>（タイムシート {name}）</translation>
    </message>
    <message>
        <source>Opened {folder}{timing}</source>
        <translation>{folder}{timing} を開きました</translation>
    </message>
    <message>
        <source>Open shot folder</source>
        <translation>カットフォルダーを開く</translation>
    </message>
    <message>
        <source>Add shot to show</source>
        <translation>作品にカットを追加</translation>
    </message>
    <message>
        <source>Removed {name} from the show; its files are untouched, and undo brings it back.</source>
        <translation>{name} を作品から外しました。ファイルはそのままで、元に戻すこともできます。</translation>
    </message>
    <message>
        <source>{name} is in this show already.</source>
        <translation>{name} はすでにこの作品にあります。</translation>
    </message>
    <message>
        <source>Added {name} to the show</source>
        <translation>{name} を作品に追加しました</translation>
    </message>
    <message>
        <source>{count} things in this folder are worth a look.</source>
        <translation>このフォルダーには確認したい点が{count}件あります。</translation>
    </message>
    <message>
        <source>Open show</source>
        <translation>作品を開く</translation>
    </message>
    <message>
        <source> There is more after it ({count}).</source>
        <translation> ほかにも{count}件あります。</translation>
    </message>
    <message>
        <source>Unsaved work on “{name}” {when} was kept.{more}</source>
        <translation>「{name}」の未保存の作業（{when}）が残っています。{more}</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>{name} を開いています…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation>{path} を開きました</translation>
    </message>
    <message>
        <source>“{name}” was recovered by another window of Shiage.</source>
        <translation>「{name}」は Shiage の別のウィンドウで復元されました。</translation>
    </message>
    <message>
        <source>Recovered “{name}”; save it to keep it.</source>
        <translation>「{name}」を復元しました。残すには保存してください。</translation>
    </message>
    <message>
        <source>Files changed since this show was saved. Colors that followed from them are marked stale; Colorize brings them up to date.</source>
        <translation>作品の保存後にファイルが変更されました。影響を受ける色は要更新になっています。彩色すると最新の状態になります。</translation>
    </message>
    <message>
        <source>{count} colorings of this show could not be read.</source>
        <translation>この作品の彩色{count}枚を読み込めませんでした。</translation>
    </message>
    <message>
        <source>from {clock} today</source>
        <translation>今日 {clock}</translation>
    </message>
    <message>
        <source>from {day}, {clock},</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <source>Replace what it saved</source>
        <translation>先の保存内容を置き換える</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} を保存しました</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>まだ何も書き込んでいません。</translation>
    </message>
    <message>
        <source>not colored yet</source>
        <translation>未彩色</translation>
    </message>
    <message>
        <source>a first guess; its neighbors are still to be heard</source>
        <translation>仮の彩色（前後の動画の確認待ち）</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>彩色済み</translation>
    </message>
    <message>
        <source>colored, with doubtful regions</source>
        <translation>彩色済み、要確認の領域あり</translation>
    </message>
    <message>
        <source>colored, and corrected by hand</source>
        <translation>彩色済み、手で修正</translation>
    </message>
    <message>
        <source>colored before the keys, the lines or the gaps changed</source>
        <translation>彩色後にキー、線、または隙間が変わりました</translation>
    </message>
    <message>
        <source>could not be colored</source>
        <translation>彩色できませんでした</translation>
    </message>
    <message>
        <source>In {some} of {all} shots, {drawings}</source>
        <translation>全{all}カット中{some}カット、{drawings}</translation>
    </message>
    <message>
        <source>“{name}” changed in {some} of {all} shots, {drawings}.</source>
        <translation>「{name}」を全{all}カット中{some}カット、{drawings}で変更しました。</translation>
    </message>
    <message>
        <source>{count} other shot paints it in a color of its own and keeps that.</source>
        <translation>ほかの{count}カットは独自の色で塗っているため、そのままです。</translation>
    </message>
    <message>
        <source>{count} other shots paint it in colors of their own and keep them.</source>
        <translation>ほかの{count}カットは独自の色で塗っているため、そのままです。</translation>
    </message>
    <message>
        <source>Inter, Noto Sans, DejaVu Sans, Noto Sans CJK JP</source>
        <translation>Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic UI, Meiryo, IPAPGothic, DejaVu Sans</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>{fps} fps</source>
        <translation>{fps} fps</translation>
    </message>
    <message>
        <source>{real:.0f} of {wanted} fps</source>
        <translation>{real:.0f}/{wanted} fps</translation>
    </message>
    <message>
        <source>Pictures are not ready in time, so some frames are dropped</source>
        <translation>画像の準備が間に合わないため、コマを飛ばしています</translation>
    </message>
    <message>
        <source>Frames per drawing</source>
        <translation>1枚あたりのコマ数</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>タイムシート</translation>
    </message>
    <message>
        <source>The timesheet says how long each drawing is held</source>
        <translation>各動画のコマ数はタイムシートに従います</translation>
    </message>
    <message>
        <source>On {hold}s</source>
        <translation>{hold}コマ打ち</translation>
    </message>
    <message>
        <source>How many frames each drawing is held</source>
        <translation>各動画を何コマ表示するか</translation>
    </message>
    <message>
        <source>off sheet</source>
        <translation>シート外</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>put {on}</source>
        <translation>{on}にする</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Drawing {named}</source>
        <translation>動画 {named}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
    <message>
        <source>not on the timesheet</source>
        <translation>タイムシート外</translation>
    </message>
    <message>
        <source>frame {place} of {count}</source>
        <translation>コマ {place}/{count}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count}枚選択</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Empty · {frames}</source>
        <translation>空 · {frames}</translation>
    </message>
    <message>
        <source>Drawing {number} is not in the folder · {frames}</source>
        <translation>動画 {number} はフォルダーにありません · {frames}</translation>
    </message>
    <message>
        <source>drag its badge to give the key to another drawing</source>
        <translation>キーのマークをドラッグすると、別の動画に移せます</translation>
    </message>
    <message>
        <source>key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>colored, {count} doubtful region</source>
        <translation>彩色済み、要確認の領域{count}個</translation>
    </message>
    <message>
        <source>colored, {count} doubtful regions</source>
        <translation>彩色済み、要確認の領域{count}個</translation>
    </message>
    <message>
        <source>frame {first}</source>
        <translation>コマ {first}</translation>
    </message>
    <message>
        <source>frames {first}–{last}</source>
        <translation>コマ {first}–{last}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Go on with the tour</source>
        <translation>ツアーを進めます</translation>
    </message>
    <message>
        <source>End the tour; Help has it again</source>
        <translation>ツアーを終わります（ヘルプからいつでも見られます）</translation>
    </message>
    <message>
        <source>A shot is a folder of numbered line art. Begin with the one that comes along.</source>
        <translation>カットは、連番の線画が入ったフォルダーです。まずは付属のサンプルで始めましょう。</translation>
    </message>
    <message>
        <source>Keys are drawings that you have colored; two are enough. Drop them on the timeline, or press {key}. The sample offers its own in the bar at the top.</source>
        <translation>キーは、あらかじめ色を塗った動画です。2枚あれば十分です。タイムラインにドロップするか、{key} を押してください。サンプルでは上部のバーからも使えます。</translation>
    </message>
    <message>
        <source>{key} gives all other drawings exactly the keys’ colors. They appear on the timeline one by one, and you can go on working meanwhile.</source>
        <translation>{key} を押すと、ほかの動画がキーとまったく同じ色で塗られます。タイムラインに1枚ずつ現れ、その間も作業を続けられます。</translation>
    </message>
    <message>
        <source>Drag along the ruler of the timeline to scrub. What may be wrong is listed under Review: {next} goes to the next region, {accept} accepts its color, and {paint} paints.</source>
        <translation>タイムラインの目盛りをドラッグすると、動きを確かめられます。間違いかもしれない領域は「確認」に並びます。{next} で次の領域へ、{accept} で色を承認、{paint} で塗ります。</translation>
    </message>
    <message>
        <source>Open a shot</source>
        <translation>カットを開く</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <source>Give it keys</source>
        <translation>キーを渡す</translation>
    </message>
    <message>
        <source>Colorize</source>
        <translation>彩色する</translation>
    </message>
    <message>
        <source>Scrub and review</source>
        <translation>動かして確認</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>It takes a shot with two keys, or finished footage: give a shot its color images first</source>
        <translation>学習にはキーが2枚あるカットか完成映像が必要です。先にカットへ色付きの画像を追加してください</translation>
    </message>
    <message>
        <source>{count} drawing of footage</source>
        <translation>取り込んだ映像の動画{count}枚</translation>
    </message>
    <message>
        <source>{count} drawings of footage</source>
        <translation>取り込んだ映像の動画{count}枚</translation>
    </message>
    <message>
        <source>No key before this drawing</source>
        <translation>この動画より前にキーはありません</translation>
    </message>
    <message>
        <source>No key after this drawing</source>
        <translation>この動画より後にキーはありません</translation>
    </message>
    <message>
        <source>No drawing before this one</source>
        <translation>これより前に動画はありません</translation>
    </message>
    <message>
        <source>No drawing after this one</source>
        <translation>これより後に動画はありません</translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation>キー {number}</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>ドロップして開く</translation>
    </message>
    <message>
        <source>Behind the paint</source>
        <translation>彩色の後ろ</translation>
    </message>
    <message>
        <source>Seen only where nothing is painted</source>
        <translation>塗られていない部分にだけ見えます</translation>
    </message>
    <message>
        <source>Behind the lines</source>
        <translation>線の後ろ</translation>
    </message>
    <message>
        <source>The lines of this drawing stay on top</source>
        <translation>この動画の線が手前になります</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>手前</translation>
    </message>
    <message>
        <source>Over everything</source>
        <translation>すべての上に重ねます</translation>
    </message>
    <message>
        <source>Drawings before</source>
        <translation>前の枚数</translation>
    </message>
    <message>
        <source>Drawings after</source>
        <translation>後の枚数</translation>
    </message>
    <message>
        <source>Color of the drawings before</source>
        <translation>前の動画の色</translation>
    </message>
    <message>
        <source>Color of the drawings after</source>
        <translation>後の動画の色</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>濃さ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>ONION SKIN</source>
        <translation>オニオンスキン</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <source>Onion skin color</source>
        <translation>オニオンスキンの色</translation>
    </message>
    <message>
        <source>{name}, 0 to {most}; Up and Down change it</source>
        <translation>{name}、0～{most}。上下キーで変更します</translation>
    </message>
    <message>
        <source>Region {region} · {area:,} px</source>
        <translation>領域 {region} · {area:,} px</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ほぼ確か</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不確か</translation>
    </message>
    <message>
        <source>Pixel under the mouse</source>
        <translation>ポインターの位置のピクセル</translation>
    </message>
    <message>
        <source>Paper under transparent pixels</source>
        <translation>透明部分の背景</translation>
    </message>
    <message>
        <source>Compare with another drawing</source>
        <translation>別の動画と比較します</translation>
    </message>
    <message>
        <source>Wipe divider</source>
        <translation>ワイプの仕切り</translation>
    </message>
    <message>
        <source>Drag, or move with Left and Right</source>
        <translation>ドラッグ、または左右キーで動かします</translation>
    </message>
    <message>
        <source>Colored without blending: turn on “Blend colors too” in the Shot menu, then color again</source>
        <translation>ブレンドなしで彩色されています。「カット」メニューの「ブレンド彩色も作る」をオンにして彩色し直してください</translation>
    </message>
    <message>
        <source>Drop the colored key drawings on the timeline to begin</source>
        <translation>色付きのキー画像をタイムラインにドロップして始めましょう</translation>
    </message>
    <message>
        <source>Confidence is known when the drawing is colored</source>
        <translation>信頼度は彩色後にわかります</translation>
    </message>
    <message>
        <source>Not colored yet</source>
        <translation>まだ彩色されていません</translation>
    </message>
    <message>
        <source>A key has no blended color: these are its own paints</source>
        <translation>キーにブレンド色はありません。キー自身の色を表示しています</translation>
    </message>
    <message>
        <source>Drop to open this shot</source>
        <translation>ドロップしてこのカットを開く</translation>
    </message>
    <message>
        <source>Drop to mark {count} keys by drawing number</source>
        <translation>ドロップすると、番号に合わせて{count}枚をキーに設定</translation>
    </message>
    <message>
        <source>Drop to make drawing {number} a key</source>
        <translation>ドロップすると、動画 {number} をキーに設定</translation>
    </message>
    <message>
        <source>The timesheet has drawing {missing} here, which is not in the folder</source>
        <translation>タイムシートにある動画 {missing} がフォルダーにありません</translation>
    </message>
    <message>
        <source>This frame holds no drawing</source>
        <translation>このコマに動画はありません</translation>
    </message>
</context>
</TS>
