"""Frequent misspellings by learners. Both British and American spellings are left alone."""

from __future__ import annotations

_TABLE = """
absense absence; accomodate accommodate; accomodation accommodation; acomodation accommodation;
accross across; acheive achieve; acknowlege acknowledge; aquire acquire; adress address;
adresses addresses; advertisment advertisement; agressive aggressive; allmost almost;
allready already; allthough although; alltogether altogether; allways always; alredy already;
alway always; amature amateur; anual annual; anwser answer; awnser answer; answear answer;
apartement apartment; appartment apartment; apparantly apparently; appearence appearance;
appologize apologize; apreciate appreciate; arguement argument; arrivel arrival; artical article;
asistant assistant; athmosphere atmosphere; atention attention; attendence attendance;
autum autumn; avaible available; availible available; avaliable available; basicly basically;
beatiful beautiful; beautifull beautiful; beautyful beautiful; becaus because; beacause because;
becouse because; becuase because; becasue because; begining beginning; beggining beginning;
beleive believe; belive believe; beleiving believing; believeing believing; benificial beneficial;
benifit benefit; beter better; biggining beginning; boddy body; borring boring; brekfast breakfast;
breakfest breakfast; brillant brilliant; bussiness business;
busines business; buisness business; calender calendar; carefull careful; catagory category;
celler cellar; cemetary cemetery; changable changeable; charachter character; childern children;
cheif chief; choclate chocolate; choise choice; cinama cinema; clime climb; collegue colleague;
collegues colleagues; comeing coming; comming coming; comitee committee; comittee committee;
commited committed; comfortble comfortable; confortable comfortable; confortably comfortably;
comunication communication; comunicate communicate; comunity community; compair compare;
completly completely; concious conscious; consciencious conscientious; controled controlled;
convinient convenient; corect correct; cosy cosy; councelling counselling; cuntry country;
contry country; countrie country; cousine cousin; curiousity curiosity; dangerus dangerous;
daugther daughter; dauther daughter; definately definitely; definatly definitely;
definetly definitely; definitly definitely; delicius delicious; delicous delicious;
dependance dependence; decission decision; desicion decision; decicion decision;
desision decision; descide decide; deside decide; desperatly desperately; develope develop;
developement development; diference difference; diferent different; diffrent different;
difficulty difficulty; dificult difficult; dificulty difficulty; dificulties difficulties;
dinning dining; dissapear disappear; disapear disappear; dissapoint disappoint;
disapointed disappointed; dissapointed disappointed; docter doctor; dosen't doesn't;
eaiser easier; easly easily; eficient efficient; eight eight; eigth eighth; embarassed embarrassed;
embarass embarrass; embarassing embarrassing; embarrased embarrassed; encorage encourage;
enviroment environment; enviromental environmental; enviornment environment; equipement equipment;
especialy especially; espesially especially; expecially especially; excelent excellent;
exellent excellent; excersise exercise; excercise exercise; exersice exercise; exemple example;
exept except; exibition exhibition; existance existence; expence expense; experiance experience;
experince experience; explaination explanation; explane explain; extremly extremely;
familly family; famillies families; famous famous; fasinating fascinating; favorit favourite;
favourit favourite; febuary February; februry February; finaly finally; finnaly finally;
finnally finally; foriegn foreign; foreing foreign; forein foreign;
foreigner foreigner; fourty forty; forteen fourteen; freind friend; freinds friends;
frend friend; frends friends; frendly friendly; freindly friendly; friendley friendly;
furnitures furniture; garantee guarantee; gaurd guard; generaly generally; goverment government;
gouvernment government; grammer grammar; gramar grammar; greatful grateful; gratefull grateful;
guidence guidance; habbit habit; happend happened; happned happened; happyness happiness;
happines happiness; harrass harass; healty healthy; helpfull helpful; hapy happy; heigth height;
hight height; holliday holiday; holyday holiday; hollidays holidays; hospitel hospital;
hopefull hopeful; hopless hopeless; hotell hotel; hunderd hundred; hungery hungry;
hygene hygiene; immediatly immediately; imediately immediately; immediatelly immediately;
importent important; inportant important; imposible impossible; incredable incredible;
independant independent; inteligent intelligent; intelligant intelligent; intersting interesting;
intresting interesting; interessing interesting; intrested interested; interrested interested;
interrupt interrupt; invitaion invitation; jewelery jewellery; jelous jealous; jorney journey;
journy journey; knowlege knowledge; knowladge knowledge; knowlegde knowledge; kitchin kitchen;
langage language; languague language; langauge language; lenght length; lesure leisure;
liason liaison; libary library; liberary library; lisence licence; littel little; litle little;
lieing lying; lonley lonely; lovly lovely; luckly luckily; maintainance maintenance;
managment management; maried married; marryed married; mathmatics mathematics; medecine medicine;
medcine medicine; memmory memory; millon million; minuts minutes; minuets minutes;
mispell misspell; mistakess mistakes; misstake mistake; mistak mistake; momment moment;
morover moreover; mounth month; mounths months; mountins mountains; necesary necessary;
neccessary necessary; necessery necessary; neccesary necessary; nesessary necessary;
neigbour neighbour; neighboor neighbour; neightbour neighbour; nervious nervous; nieghbor neighbor;
nineth ninth; ninty ninety; noisey noisy; noticable noticeable; occassion occasion; ocassion occasion;
occasionaly occasionally; occured occurred; occurence occurrence; ofcourse of course;
offen often; offten often; oportunity opportunity; oppurtunity opportunity;
opportunaty opportunity; orginal original; parrents parents; parliment parliament; peaple people;
peopel people; peple people; poeple people; perfekt perfect; permision permission;
personel personnel; persue pursue; pharmasy pharmacy; phisical physical; phisics physics;
pice piece; peice piece; plesant pleasant; pleasent pleasant; posible possible; possable possible;
posibility possibility; possibilty possibility; practicaly practically; prefered preferred;
preffer prefer; preparred prepared; prepair prepare; presant present; probaly probably;
probablly probably; probabaly probably; problen problem; probleme problem; problemes problems;
proffesional professional; profesional professional; profesor professor; proffesor professor;
promiss promise; pronounciation pronunciation; pronounciate pronounce; psycology psychology;
publically publicly; quater quarter; questionaire questionnaire; realy really; realise realise;
realy really; reccomend recommend; recomend recommend; recommand recommend; recieve receive;
recieved received; reciept receipt; recept receipt; refered referred; religous religious;
remeber remember; rember remember; rememeber remember; responsability responsibility;
responsable responsible; responsibile responsible; restarant restaurant; restaraunt restaurant;
restaurent restaurant; resturant restaurant; rythm rhythm; saftey safety; satarday Saturday;
scarry scary; scedule schedule; shedule schedule; sceince science; sience science; scool school;
shcool school; secratary secretary; secretery secretary; seperate separate; seperately separately;
seperated separated; sentance sentence; sentense sentence; shoping shopping; shure sure;
similiar similar; simular similar; sincerly sincerely; sincerley sincerely; sieze seize;
skilful skilful; sleepping sleeping; smel smell; sociaty society; somthing something;
someting something; somtimes sometimes; specialy specially;
strenght strength; strenth strength; strech stretch; studdy study; studys studies;
studing studying; studyed studied; succes success; sucess success; succesful successful;
successfull successful; sucessful successful; succesfully successfully; sugest suggest;
sugar sugar; suprise surprise; surprice surprise; suprised surprised; suprising surprising;
surprize surprise; swiming swimming; teatcher teacher; techer teacher; teh the; thier their;
temperture temperature; tendancy tendency; therefor therefore; thirsteen thirteen; thousend thousand;
togehter together; togather together; toghether together; togheter together; tommorow tomorrow;
tommorrow tomorrow; tomorow tomorrow; tomorro tomorrow; tonigth tonight; tought thought;
touristes tourists; tradional traditional; traditionnal traditional; traveling traveling;
trafic traffic; truely truly; tryed tried; twelth twelfth; tuesday Tuesday; tusday Tuesday;
unfortunatly unfortunately; unfortunatelly unfortunately; unfortunely unfortunately;
untill until; usefull useful; useing using; usualy usually; usally usually; usuallly usually;
vacum vacuum; vegetabels vegetables; vehical vehicle; verry very;
veri very; volonteer volunteer; volontary voluntary; waether weather; wendsday Wednesday;
wensday Wednesday; wedensday Wednesday; wednsday Wednesday; wellcome welcome; welcom welcome;
wether whether; wich which; whitch which; wheather weather; whith with; wierd weird;
wonderfull wonderful; woried worried; writting writing; writen written; wroten written;
writed wrote; yesturday yesterday; yestarday yesterday; yesteday yesterday; youself yourself;
yung young; greatfull grateful; peacefull peaceful; painfull painful; powerfull powerful;
colorfull colorful; colourfull colourful; stressfull stressful; thankfull thankful;
awfull awful; forgoten forgotten; geting getting; hopeing hoping; haveing having; makeing making;
takeing taking; writeing writing; driveing driving; liveing living; moveing moving; smokeing smoking;
danceing dancing; leaveing leaving; giveing giving; stoped stopped; droped dropped;
hapened happened; openned opened; visitted visited; listenning listening; eatting eating;
waitting waiting; cryed cried; carryed carried; worryed worried; hurryed hurried; payed paid;
lossing losing; loosing losing; choosen chosen; choosed chose; speach speech; reserch research;
tecnology technology; tecnical technical; tehnology technology; stomack stomach; sandwitch sandwich;
vegatables vegetables; vegtables vegetables; chiken chicken; desert desert; chocolat chocolate;
cofee coffee; coffe coffee; meel meal; dicided decided; finishd finished; intrduce introduce;
musium museum; museeum museum; picnik picnic; theater theater; univercity university;
univeristy university; unversity university; universty university; collage college;
aceptable acceptable; acident accident; accidant accident; ambulence ambulance; bicicle bicycle;
bycicle bicycle; bycycle bicycle; birthdat birthday; brith birth; buliding building; bilding building;
bulding building; cloths cloths; clotes clothes; cloathes clothes; confuse confuse; croud crowd;
 decieve deceive; dissappear disappear; efect effect; enought enough; enouth enough;
exiting exiting; exited exited; exitement excitement; expensife expensive; expencive expensive;
farmacy pharmacy; forrest forest; futur future; gued guide; gess guess; hise his; hurd heard;
isnt isn't; dont don't; doesnt doesn't; didnt didn't; cant can't; wont won't; wasnt wasn't;
werent weren't; havent haven't; hasnt hasn't; couldnt couldn't; wouldnt wouldn't; shouldnt shouldn't;
arent aren't; im I'm; ive I've; youre you're; theyre they're; thats that's; whats what's; lets lets;
leters letters; mashine machine; masage message; mesage message; messege message;
naturaly naturally; nessesary necessary; nowdays nowadays; nowaday nowadays; nowadys nowadays;
nuber number; occation occasion; oppinion opinion; opinon opinion; otherwice otherwise; pasport passport;
passeport passport; patiens patience; payd paid; photografer photographer; planty plenty;
polution pollution; popullar popular; pratice practice; pratise practise; preasure pressure;
presure pressure; purpouse purpose; quaterly quarterly; reson reason; raison reason; safty safety;
sallary salary; salery salary; sciense science; sicknes sickness; sirious serious; serius serious;
sistem system; situacion situation; sitution situation; slepping sleeping; spagetti spaghetti;
sudenly suddenly; suddenley suddenly; telefone telephone; tempature temperature; thanx thanks;
theif thief; trought through; throught through; thruogh through; tyred tired; usefuly usefully;
valueable valuable; wathever whatever; weigth weight; wheel wheel; wintter winter; womens women;
wonderfuly wonderfully; xray X-ray
"""
_RISKY = frozenset(
    "whit crowed machin planed finnish holliday cosy eight lets collage desert cant wont "
    "exited exiting clime presant raison".split()
)

MISSPELLINGS: dict[str, str] = {
    wrong: right
    for wrong, right in (
        entry.strip().split(" ", 1)
        for entry in _TABLE.replace("\n", " ").split(";")
        if entry.strip()
    )
    if wrong != right and wrong not in _RISKY
}
