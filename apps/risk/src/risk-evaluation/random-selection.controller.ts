import { Body, Controller, Get, Inject, Post, UseFilters } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { UnitOfWork } from '@shekara/persistence';
import { type Answer, Answers, Command, type CommandRequest, Commands, refusal } from '@shekara/service-kit';
import { STAGES } from '../risk-profile/fact-view.js';
import { profileReasons } from '../risk-profile/profile-reasons.js';
import { RiskAnalysts } from '../risk-profile/risk-analyst.service.js';
import { ConfidentialFilter } from '../risk-profile/risk-profile.controller.js';
import { RandomSelectionDto } from '../risk-profile/risk-profile.dto.js';
import { CENTRAL } from '../risk-profile/risk-profile.js';
import { raisesAlarm, type RandomSelectionSetting } from './random-selection.js';
import { NATIONAL, RandomSelections } from './random-selections.service.js';

function view(setting: RandomSelectionSetting) {
  return { ...setting, alarm: raisesAlarm(setting) };
}

@ApiTags('risk profiles')
@ApiBearerAuth()
@Controller('v1/risk-profiles/random-selection')
@Roles('RISK_ANALYST')
@UseFilters(ConfidentialFilter)
export class RandomSelectionController {
  constructor(
    @Inject(RandomSelections) private readonly selections: RandomSelections,
    @Inject(RiskAnalysts) private readonly analysts: RiskAnalysts,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The shares of the random choice by area and stage; a share of 0 raises an alarm',
  })
  async list(@CurrentPrincipal() principal: Principal) {
    const { userId } = this.analysts.officer(principal);
    const settings = await this.unitOfWork.run({ actor: userId }, (work) => this.selections.all(work));
    return { settings: settings.map(view) };
  }

  @Post()
  @Answers()
  @ApiOperation({ summary: 'Set the share per mille of an area, for one stage or for both' })
  set(@Body() dto: RandomSelectionDto, @Command() command: CommandRequest): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    const own = officer.area === CENTRAL ? NATIONAL : officer.area;
    const area = dto.area ?? own;
    return this.commands.run(command, async (work) => {
      if (own !== NATIONAL && area !== own) {
        return refusal([
          reason(profileReasons.RSK_PROFILE_SCOPE, { pointer: '/area', parameters: { area: own } }),
        ]);
      }
      const settings: RandomSelectionSetting[] = [];
      for (const stage of dto.stage ? [dto.stage] : STAGES) {
        const orders = dto.measure && [ordered(dto.measure)];
        settings.push(await this.selections.set(work, { area, stage, sharePerMille: dto.perMille, orders }));
      }
      return { status: 200, body: { settings: settings.map(view) } };
    });
  }
}

/** An object chosen at random is examined in full. */
function ordered(measure: 'DOCUMENT_CHECK' | 'EXAMINATION') {
  return { measure, mandatory: true, ...(measure === 'EXAMINATION' && { extentPercent: 100 }) };
}
